import type { Schema } from '#src/api/client.ts'
import { serviceNow } from '#src/api/serviceTime.ts'

import { carriers, codePlaceholder } from './carriers.ts'
import type { Edesk } from './edeskClient.ts'
import { EdeskFailure } from './edeskFailure.ts'

export type Order = Schema<'SalesOrder'>
type Tracking = Schema<'Tracking'>
type TrackingRequest = Schema<'TrackingRequest'>

export interface Parcel {
  carrier: string
  code: string
}

export interface OrdersToShip {
  orders: readonly Order[]
  /** How many wait besides these. */
  more: number
}

/** An order with one of these statuses waits to be shipped. */
const waiting = ['OrderReceived', 'PaymentReceived', 'PaymentAccepted'] as const
const perStatus = 100

/**
 * The user whose token the key belongs to: the way to try a key out.
 *
 * @throws EdeskFailure
 */
export async function whoAmI(edesk: Edesk): Promise<Schema<'User'>> {
  const { data } = (await edesk('GET', '/whoami')) as { data: { user: Schema<'User'> } }
  return data.user
}

/**
 * The orders that wait to be shipped, the oldest first.
 *
 * @throws EdeskFailure
 */
export async function listOrdersToShip(edesk: Edesk): Promise<OrdersToShip> {
  const pages = await Promise.all(
    waiting.map(async (status) => {
      const query = { filter_status_equals: status, page: '1', itemsPerPage: `${perStatus}` }
      return (await edesk('GET', '/sales-orders', { query })) as {
        data: Order[]
        paginator: Schema<'Paginator'>
      }
    }),
  )
  const orders = pages.flatMap(({ data }) => data).sort((one, other) => one.id - other.id)
  const all = pages.reduce((sum, { paginator }) => sum + paginator.totalItemsCount, 0)
  return { orders, more: Math.max(0, all - orders.length) }
}

/**
 * Tells eDesk that an order has left, and with which parcel. The order is looked at again first, since what is sent takes the
 * place of all its tracking codes.
 *
 * @throws EdeskFailure `not-waiting` where it has left or was canceled in the meantime.
 */
export async function sendParcel(edesk: Edesk, order: Order, parcel: Parcel): Promise<void> {
  const path = `/sales-orders/${order.id}`
  const { data: current } = (await edesk('GET', path)) as { data: Order }
  if (!waiting.some((status) => status === current.status)) {
    throw new EdeskFailure('not-waiting', { details: current.status })
  }
  const others = (current.tracking_codes ?? []).filter(
    ({ tracking_code: code }) => code !== '' && code !== parcel.code,
  )
  await edesk('PUT', path, {
    body: {
      status: 'OrderShipped',
      order_shipped_at: inEdeskTime(serviceNow()),
      tracking_codes: [...others.map(asItWasSent), toRequest(parcel)],
    } satisfies Schema<'SalesOrderUpdateRequest'>,
  })
}

function toRequest({ carrier, code }: Parcel): TrackingRequest {
  const link = carriers[carrier]
  return {
    tracking_code: code,
    tracking_carrier_name: carrier,
    ...(link ? { tracking_carrier_link: link } : {}),
  }
}

/** A code that eDesk has already, as it would be sent: with the placeholder again in the place of the code. */
function asItWasSent(tracking: Tracking): TrackingRequest {
  const { tracking_code: code, tracking_carrier_name: carrier, tracking_link: link } = tracking
  const written = [code, encodeURIComponent(code)].find((text) => link.includes(text))
  return {
    tracking_code: code,
    tracking_carrier_name: carrier,
    ...(written ? { tracking_carrier_link: link.replace(written, codePlaceholder) } : {}),
  }
}

/** "YYYY-MM-DD HH:MM:SS", in UTC (eDesk API facts, part 3). */
function inEdeskTime(date: Date): string {
  return date.toISOString().slice(0, 19).replace('T', ' ')
}

export function fromEdeskTime(text: string): Date {
  return new Date(`${text.replace(' ', 'T')}Z`)
}
