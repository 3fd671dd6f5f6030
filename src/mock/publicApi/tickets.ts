import type { components } from '#src/api/generated/schema.ts'

import { toIsoTime } from '../domain/edeskTime.ts'
import type { MessageRecord, TicketRecord } from '../domain/helpdeskRecords.ts'
import type { Reader } from '../storage/storage.ts'
import { toSalesOrder } from './salesOrders.ts'

type Ticket = components['schemas']['Ticket']

const timeToReply = 24 * 60 * 60
const withoutReply: readonly string[] = ['Closed', 'Archived', 'Spam']

/** A ticket as eDesk's API tells of it, with its order, the ids of its messages by their time, and when a reply is due. */
export async function toTicket(record: TicketRecord, db: Reader, now: Date): Promise<Ticket> {
  const { businessId, unread: _unread, priority: _priority, ...kept } = record
  const messages = await db.list('messages', 'byTicket', { equals: [businessId, record.id] })
  const order =
    record.sales_order_id === null ? undefined : await db.get('salesOrders', record.sales_order_id)
  return {
    ...kept,
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

/** Seconds that are left of a day since the customer wrote, if nobody has answered yet. A note is no answer. */
function timeLeftToReply(
  { status }: TicketRecord,
  messages: readonly MessageRecord[],
  now: Date,
): number | false {
  const last = messages.findLast(({ type }) => type === 'Message')
  if (last?.direction !== 'Incoming' || withoutReply.includes(status)) return false
  const elapsed = now.getTime() - new Date(toIsoTime(last.created_at)).getTime()
  return timeToReply - Math.floor(elapsed / 1000)
}
