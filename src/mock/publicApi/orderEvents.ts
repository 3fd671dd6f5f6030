import { toEdeskTime } from '../domain/edeskTime.ts'
import type { SalesOrderRecord } from '../domain/helpdeskRecords.ts'

type Status = SalesOrderRecord['status']

/** The statuses whose beginning is something that happens to an order; that it is held, for one, is not. */
const events: readonly Status[] = [
  'PaymentReceived',
  'PaymentRejected',
  'PaymentAccepted',
  'OrderShipped',
  'InTransit',
  'Delivered',
  'Canceled',
  'Returned',
]

/** When the last of its statuses that is an event began, where an order gets a status; it may have that one already. */
export function statusEventAfter(
  { status: before, statusEventAt }: Pick<SalesOrderRecord, 'status' | 'statusEventAt'>,
  status: Status,
  now: Date,
): string | null {
  return status !== before && events.includes(status) ? toEdeskTime(now) : statusEventAt
}

/**
 * When an order was last updated: the latest of when it was ordered, shipped, and got a status that is an event (eDesk API
 * facts, "Schemas"). Whatever else changes is no update in that sense.
 */
export function lastEventOf({
  created_at,
  order_created_at,
  order_shipped_at,
  statusEventAt,
}: Pick<
  SalesOrderRecord,
  'created_at' | 'order_created_at' | 'order_shipped_at' | 'statusEventAt'
>): string {
  // Texts in eDesk's form compare as the times do.
  return [order_shipped_at, statusEventAt].reduce<string>(
    (latest, time) => (time !== null && time > latest ? time : latest),
    order_created_at ?? created_at,
  )
}
