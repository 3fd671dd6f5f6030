import { toEdeskTime } from '../../domain/edeskTime.ts'
import type { SalesOrderRecord } from '../../domain/helpdeskRecords.ts'

type Status = SalesOrderRecord['status']

/** The statuses that count as an event when an order enters them. Being on hold, for example, does not count. */
const eventStatuses: readonly Status[] = [
  'PaymentReceived',
  'PaymentRejected',
  'PaymentAccepted',
  'OrderShipped',
  'InTransit',
  'Delivered',
  'Canceled',
  'Returned',
]

/** Returns the time of an order's latest status event after it gets `status`. Setting the same status again changes nothing. */
export function statusEventAfter(
  { status: before, statusEventAt }: Pick<SalesOrderRecord, 'status' | 'statusEventAt'>,
  status: Status,
  now: Date,
): string | null {
  return status !== before && eventStatuses.includes(status) ? toEdeskTime(now) : statusEventAt
}

/**
 * Returns when an order was last updated: the latest of its order time, its shipping time and its last status event (eDesk API
 * facts, "Schemas"). Other changes do not count as updates.
 */
export function lastOrderUpdate({
  created_at,
  order_created_at,
  order_shipped_at,
  statusEventAt,
}: Pick<
  SalesOrderRecord,
  'created_at' | 'order_created_at' | 'order_shipped_at' | 'statusEventAt'
>): string {
  // Times in eDesk's format sort as strings.
  return [order_shipped_at, statusEventAt].reduce<string>(
    (latest, time) => (time !== null && time > latest ? time : latest),
    order_created_at ?? created_at,
  )
}
