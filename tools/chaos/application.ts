import type { Answer, Send } from './api.ts'
import type { Kind } from './ledger.ts'

/** How a kind of record is written through `/v1`. Its names are unique, so that a creation can be repeated. */
export interface PublicRecords {
  kind: Kind
  path: string
  /** The property that has the name. */
  nameField: string
  newValue: (random: () => number) => string
  newBody: (name: string, value: string) => object
  changeBody: (value: string) => object
  valueOf: (record: Readonly<Record<string, unknown>>) => string
}

const tags: PublicRecords = {
  kind: 'tag',
  path: '/v1/tags',
  nameField: 'name',
  newValue: (random) => String(random() < 0.5),
  newBody: (name, value) => ({ name, tag_group_id: 1, ...tags.changeBody(value) }),
  changeBody: (value) => ({ active: value === 'true' }),
  valueOf: ({ active }) => String(active),
}

const orders: PublicRecords = {
  kind: 'order',
  path: '/v1/sales-orders',
  nameField: 'seller_order_id',
  newValue: (random) => String(Math.floor(random() * 1_000)),
  newBody: (seller_order_id, value) => ({
    channel_id: 1,
    contact_id: 1,
    seller_order_id,
    currency: 'EUR',
    status: 'OrderReceived',
    ship_to: { name: 'Maja', line_1: '12 Quay', city: 'Galway', country: 'IE', postcode: 'H91' },
    order_items: [
      { sku: 'OAK', title: 'Oak board', quantity: 1, item_amount: 9, shipping_amount: 0 },
    ],
    ...orders.changeBody(value),
  }),
  changeBody: (value) => ({ shipping_amount: Number(value) }),
  valueOf: ({ shipping_amount }) => String(shipping_amount),
}

/** What applications write through `/v1`. */
export const publicRecords = [tags, orders] as const

/** Sends requests with the key of a token. */
export function withKey(send: Send, key: string): Send {
  return (method, path, sent) =>
    send(method, path, { ...sent, headers: { ...sent?.headers, Authorization: `Bearer ${key}` } })
}

/** Whether an answer says that the name of a new record is taken. */
export function isNameTaken({ status, body }: Answer, { nameField }: PublicRecords): boolean {
  const { error } = Object(body) as { error?: { details?: Record<string, { errorCode?: string }> } }
  return status === 400 && error?.details?.[nameField]?.errorCode === '4003'
}

/** Returns the record in an answer. */
export function dataOf({ body }: Answer): { id: number } {
  return (body as { data: { id: number } }).data
}
