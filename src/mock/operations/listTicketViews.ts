import { defaultPageSizes } from '#src/api/generated/values.ts'

import { toIsoTime } from '../domain/edeskTime.ts'
import type { TicketRecord } from '../domain/helpdeskRecords.ts'
import type { Operation } from '../server/operation.ts'
import type { Reader } from '../domain/schema.ts'

export const listTicketViews: Operation<'listTicketViews', 'user'> = {
  requires: 'user',
  async run({ actor, query, db }) {
    const { page = 1, pageSize = defaultPageSizes.listTicketViews } = query
    const equals = [actor.business.id]
    const tickets = await db.list('tickets', 'byUpdate', {
      equals,
      direction: 'descending',
      offset: (page - 1) * pageSize,
      limit: pageSize,
    })
    const total = await db.count('tickets', 'byUpdate', equals)
    const items = await Promise.all(tickets.map((ticket) => toTicketSummary(ticket, db)))
    return { status: 200, body: { items, total, page, pageSize } }
  },
}

/** Returns a ticket as it appears in a list. */
export async function toTicketSummary(ticket: TicketRecord, db: Reader) {
  const contact =
    ticket.contact_id === null ? undefined : await db.get('contacts', ticket.contact_id)
  const channel = await db.get('channels', ticket.channel_id)
  return {
    id: ticket.id,
    subject: ticket.subject,
    status: ticket.status,
    contactName: contact?.full_name ?? '',
    channelName: channel?.name ?? '',
    updatedAt: toIsoTime(ticket.last_updated_at),
  }
}
