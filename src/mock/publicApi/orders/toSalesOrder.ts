import type { components } from '#src/api/generated/schema.ts'

import type { SalesOrderRecord } from '../../domain/helpdeskRecords.ts'
import type { Reader } from '../../domain/schema.ts'

/**
 * Converts a sales order to the `SalesOrder` schema of eDesk's API. Adds the id of its first ticket and of its notes; each is
 * null if there is none, and so are the tracking codes.
 */
export async function toSalesOrder(
  record: SalesOrderRecord,
  db: Reader,
): Promise<components['schemas']['SalesOrder']> {
  const { businessId, tracking, currency: _currency, statusEventAt: _at, ...fields } = record
  const equals = [businessId, record.id]
  const [ticket] = await db.list('tickets', 'byOrder', { equals, limit: 1 })
  const notes = await db.list('orderNotes', 'byOrder', { equals })
  return {
    ...fields,
    tracking_codes: tracking.length > 0 ? tracking.map(withoutSender) : null,
    ticket_id: ticket?.id ?? null,
    order_notes_id: notes.length > 0 ? notes.map(({ id }) => id) : null,
  }
}

function withoutSender({
  sentWith: _sentWith,
  ...tracking
}: SalesOrderRecord['tracking'][number]): components['schemas']['Tracking'] {
  return tracking
}
