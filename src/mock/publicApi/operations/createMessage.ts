import { toEdeskTime } from '../../domain/edeskTime.ts'
import type { MessageRecord, TicketRecord } from '../../domain/helpdeskRecords.ts'
import { codesOfAttachments, keepAttachments } from '../attachments.ts'
import { validationError } from '../edeskError.ts'
import { findOwn } from '../find.ts'
import { lastUpdateOf, toMessage } from '../messages.ts'
import { nextNumber } from '../../storage/numbers.ts'
import type { PublicOperation } from '../operation.ts'
import { refuseWrongFields } from '../refuseWrongFields.ts'
import { codesOfBlankTexts } from '../requiredTexts.ts'

/** Writes a message into a ticket. It is e-mailed to nobody, whatever `send` says: the mock has no mail. */
export const createMessage: PublicOperation<'createMessage'> = async ({
  caller,
  body,
  db,
  now,
}) => {
  const { business, token } = caller
  const ticket = await findOwn(db, 'tickets', business.id, Number(body.ticket_id))
  const noTicket = { ticket_id: '4002' } as const
  refuseWrongFields(
    ticket ? {} : noTicket,
    codesOfBlankTexts(body, ['body']),
    codesOfAttachments(body.attachments),
  )
  if (!ticket) throw validationError(noTicket)
  const direction = body.direction ?? (body.type === 'Note' ? 'Other' : 'Outgoing')
  const incoming = direction === 'Incoming'
  const message: MessageRecord = {
    id: await nextNumber(db, 'messages'),
    businessId: business.id,
    external_id: null,
    subject: body.subject ?? '',
    created_at: body.created_at ?? toEdeskTime(now),
    from_consumer_id: incoming ? ticket.contact_id : null,
    userId: incoming ? null : token.createdById,
    type: body.type,
    attachments: await keepAttachments(db, body.attachments, (id) => `/crm/view/attachment/${id}`),
    direction,
    body: body.body,
    errors: [],
    ticket_id: ticket.id,
  }
  await db.put('messages', message)
  await db.put('tickets', {
    ...ticket,
    status: statusAfter(message, ticket),
    unread: ticket.unread || incoming,
    last_updated_at: await lastUpdateOf(ticket, db),
  })
  return { data: await toMessage(message, db) }
}

/**
 * A customer who writes again opens a ticket that was closed or waited for them. The facts about eDesk say nothing of it: this
 * is a decision of ours, and one that leaves what was archived or marked as spam alone.
 */
function statusAfter(
  { type, direction }: MessageRecord,
  { status }: TicketRecord,
): TicketRecord['status'] {
  const answers = type === 'Message' && direction === 'Incoming'
  return answers && (status === 'Closed' || status === 'Pending') ? 'Open' : status
}
