import { expect } from 'vitest'

import type { components } from '#src/api/generated/schema.ts'

import { type Answer, type Api, start } from './api.ts'
import type { Sent } from './requests.ts'

type Schemas = components['schemas']

/** The state of the model: only what it needs to predict the responses. */
export interface Model {
  orders: Map<number, { number: string; status: string; tracking: Tracking[] }>
  notes: Map<number, { orderId: number; text: string }>
  tickets: Map<number, ModelTicket>
  messages: Map<number, ModelMessage>
  tags: Map<number, { name: string }>
  /** Paths of deleted records. */
  gone: string[]
  /** Seconds since the start. The clock advances by one before each request, to stay within the rate limit. */
  seconds: number
}

export type Tracking = { code: string; link: string; carrier: string }

interface ModelTicket {
  subject: string
  status: string
  orderId: number | null
  tagIds: number[]
  createdAt: string
}

interface ModelMessage {
  ticketId: number
  body: string
  type: string
  direction: string
  createdAt: string
}

export function emptyModel(): Model {
  return {
    orders: new Map(),
    notes: new Map(),
    tickets: new Map(),
    messages: new Map(),
    tags: new Map(),
    gone: [],
    seconds: 0,
  }
}

/** The API under test. */
export interface Real {
  api: Api
}

/** Sends a request one second after the previous one. */
export async function send(model: Model, { api }: Real, sent: Sent): Promise<Answer> {
  model.seconds += 1
  api.clock.set(new Date(start.getTime() + model.seconds * 1000))
  return api.send(sent)
}

/** Sends a request that must succeed with 200. Returns the data in the response. */
export async function dataOf<Data>(model: Model, real: Real, sent: Sent): Promise<Data> {
  const { status, text, body } = await send(model, real, sent)
  expect([status, text.slice(0, status === 200 ? 0 : 500)]).toEqual([200, ''])
  return (body as { data: Data }).data
}

export const get = (path: string): Sent => ({ method: 'GET', path })

export function write(method: 'POST' | 'PUT', path: string, body: object): Sent {
  return { method, path, contentType: 'application/json', body: JSON.stringify(body) }
}

/** Returns the current time in eDesk's format. */
export function nowIn({ seconds }: Model): string {
  const time = new Date(start.getTime() + seconds * 1000).toISOString()
  return time.slice(0, 19).replace('T', ' ')
}

/** Chooses one of some ids; undefined if there are none. */
export function chosen(ids: Iterable<number>, choice: number): number | undefined {
  const all = [...ids]
  return all[choice % Math.max(1, all.length)]
}

/** Checks that an order in a response matches the model, including its notes, tickets and tracking. */
export function expectOrder(model: Model, data: Schemas['SalesOrder'], id: number): void {
  const order = model.orders.get(id)
  const notes = idsWhere(model.notes, ({ orderId }) => orderId === id)
  const tickets = idsWhere(model.tickets, ({ orderId }) => orderId === id)
  expect(data).toMatchObject({
    id,
    seller_order_id: order?.number,
    status: order?.status,
    ticket_id: tickets[0] ?? null,
    order_notes_id: notes.length > 0 ? notes : null,
  })
  const tracking = (data.tracking_codes ?? []).map((each) => ({
    code: each.tracking_code,
    link: each.tracking_link,
    carrier: each.tracking_carrier_name,
  }))
  expect(tracking).toEqual(order?.tracking)
}

/** Checks that a ticket in a response matches the model, including its messages, tags and order. */
export function expectTicket(model: Model, data: Schemas['Ticket'], id: number): void {
  const ticket = model.tickets.get(id)
  const messages = [...model.messages]
    .filter(([, { ticketId }]) => ticketId === id)
    .sort(([one, { createdAt }], [other, { createdAt: otherAt }]) =>
      createdAt === otherAt ? one - other : createdAt < otherAt ? -1 : 1,
    )
  const times = [ticket?.createdAt ?? '', ...messages.map(([, { createdAt }]) => createdAt)]
  const replies = messages.filter(
    ([, { type, direction }]) => type === 'Message' && direction === 'Outgoing',
  )
  expect(data).toMatchObject({
    id,
    subject: ticket?.subject,
    status: ticket?.status,
    sales_order_id: ticket?.orderId,
    tags_ids: ticket?.tagIds,
    messages_ids: messages.map(([messageId]) => messageId),
    last_updated_at: times.sort().at(-1),
    replies: replies.length,
  })
  if (!data.sales_order) expect(ticket?.orderId).toBeNull()
  else expectOrder(model, data.sales_order, ticket?.orderId ?? 0)
}

function idsWhere<Item>(
  records: Map<number, Item>,
  predicate: (record: Item) => boolean,
): number[] {
  return [...records]
    .flatMap(([id, record]) => (predicate(record) ? [id] : []))
    .sort((one, other) => one - other)
}
