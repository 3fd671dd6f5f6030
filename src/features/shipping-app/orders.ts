import type { Schema } from '#src/api/client.ts'
import { itemsPerPage } from '#src/api/generated/values.ts'
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
  /** The number of further waiting orders that are not in `orders`. */
  more: number
}

/** Orders with these statuses wait to be shipped. */
const waitingStatuses = ['OrderReceived', 'PaymentReceived', 'PaymentAccepted'] as const
const maxPerStatus = itemsPerPage.maximum

/**
 * Returns the user that the key belongs to. This is the usual way to test a key.
 *
 * @throws EdeskFailure
 */
export async function fetchCurrentUser(edesk: Edesk): Promise<Schema<'User'>> {
  const { data } = (await edesk('GET', '/whoami')) as { data: { user: Schema<'User'> } }
  return data.user
}

/**
 * Returns the orders that wait to be shipped, the oldest first.
 *
 * @throws EdeskFailure
 */
export async function listOrdersToShip(edesk: Edesk): Promise<OrdersToShip> {
  const pages = await Promise.all(
    waitingStatuses.map(async (status) => {
      const query = { filter_status_equals: status, page: '1', itemsPerPage: `${maxPerStatus}` }
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
 * Marks an order in eDesk as shipped, and adds the parcel's tracking code. Reads the order first, because the update replaces
 * all of its tracking codes.
 *
 * @throws EdeskFailure `not-waiting` if the order was shipped or canceled in the meantime.
 */
export async function sendParcel(edesk: Edesk, order: Order, parcel: Parcel): Promise<void> {
  const path = `/sales-orders/${order.id}`
  const { data: current } = (await edesk('GET', path)) as { data: Order }
  if (!waitingStatuses.some((status) => status === current.status)) {
    throw new EdeskFailure('not-waiting', { details: current.status })
  }
  const others = (current.tracking_codes ?? []).filter(
    ({ tracking_code: code }) => code !== '' && code !== parcel.code,
  )
  await edesk('PUT', path, {
    body: {
      status: 'OrderShipped',
      order_shipped_at: inEdeskTime(serviceNow()),
      tracking_codes: [...others.map(restoreRequest), toRequest(parcel)],
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

/** Converts a stored tracking code back to a request: puts the placeholder back into its link. */
function restoreRequest(tracking: Tracking): TrackingRequest {
  const { tracking_code: code, tracking_carrier_name: carrier, tracking_link: link } = tracking
  const codeInLink = [code, encodeURIComponent(code)].find((text) => link.includes(text))
  return {
    tracking_code: code,
    tracking_carrier_name: carrier,
    ...(codeInLink ? { tracking_carrier_link: link.replace(codeInLink, codePlaceholder) } : {}),
  }
}

/** Formats a date as "YYYY-MM-DD HH:MM:SS" in UTC. */
function inEdeskTime(date: Date): string {
  return date.toISOString().slice(0, 19).replace('T', ' ')
}

/** Parses a date of the public API ("YYYY-MM-DD HH:MM:SS" in UTC). */
export function parseEdeskTime(text: string): Date {
  return new Date(`${text.replace(' ', 'T')}Z`)
}
