import type { components } from '#src/api/generated/schema.ts'

import { toIsoTime } from '../../domain/edeskTime.ts'
import type { MessageRecord, TicketRecord } from '../../domain/helpdeskRecords.ts'
import type { Reader } from '../../domain/schema.ts'
import { toSalesOrder } from '../orders/toSalesOrder.ts'

type Ticket = components['schemas']['Ticket']

const replyTimeSeconds = 24 * 60 * 60
const statusesWithoutReply: readonly string[] = ['Closed', 'Archived', 'Spam']

/** Converts a ticket to the `Ticket` schema of eDesk's API: adds its order, message ids by time, and the time left to reply. */
export async function toTicket(record: TicketRecord, db: Reader, now: Date): Promise<Ticket> {
  const { businessId, unread: _unread, priority: _priority, ...fields } = record
  const messages = await db.list('messages', 'byTicket', { equals: [businessId, record.id] })
  const order =
    record.sales_order_id === null ? undefined : await db.get('salesOrders', record.sales_order_id)
  return {
    ...fields,
    sales_order: order ? await toSalesOrder(order, db) : null,
    time_left_to_reply: timeLeftToReply(record, messages, now),
    messages_ids: messages.map(({ id }) => id),
    uri: `/tickets/${record.id}`,
    replies: messages.filter(isReply).length,
  }
}

function isReply({ type, direction }: MessageRecord): boolean {
  return type === 'Message' && direction === 'Outgoing'
}

/**
 * Seconds left to reply, within a day of the customer's last message. False if somebody has replied (a note is not a reply) or
 * the ticket's status needs no reply.
 */
function timeLeftToReply(
  { status }: TicketRecord,
  messages: readonly MessageRecord[],
  now: Date,
): number | false {
  const last = messages.findLast(({ type }) => type === 'Message')
  if (last?.direction !== 'Incoming' || statusesWithoutReply.includes(status)) return false
  const elapsed = now.getTime() - new Date(toIsoTime(last.created_at)).getTime()
  return replyTimeSeconds - Math.floor(elapsed / 1000)
}
