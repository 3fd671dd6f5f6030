import { nextInSequence } from '#src/mock/server/records/sequences.ts'

import { toEdeskTime } from '../../domain/edeskTime.ts'
import type { MessageRecord, TicketRecord } from '../../domain/helpdeskRecords.ts'
import { validateAttachments, createAttachments } from '../fields/attachments.ts'
import { validationError } from '../edeskError.ts'
import { findOwned } from '../../server/records/ownedRecords.ts'
import { lastMessageTime, toMessage } from '../tickets/messages.ts'
import type { PublicOperation } from '../operation.ts'
import { assertValidFields } from '../fields/assertValidFields.ts'
import { validateNotBlank } from '../fields/validateNotBlank.ts'

/** Adds a message to a ticket. Ignores `send`: the mock sends no email. */
export const createMessage: PublicOperation<'createMessage'> = async ({
  caller,
  body,
  db,
  now,
}) => {
  const { business, token } = caller
  const ticket = await findOwned(db, 'tickets', business.id, Number(body.ticket_id))
  const unknownTicket = { ticket_id: '4002' } as const
  assertValidFields(
    ticket ? {} : unknownTicket,
    validateNotBlank(body, ['body']),
    validateAttachments(body.attachments),
  )
  if (!ticket) throw validationError(unknownTicket)
  const direction = body.direction ?? (body.type === 'Note' ? 'Other' : 'Outgoing')
  const incoming = direction === 'Incoming'
  const message: MessageRecord = {
    id: await nextInSequence(db, 'messages'),
    businessId: business.id,
    external_id: null,
    subject: body.subject ?? '',
    created_at: body.created_at ?? toEdeskTime(now),
    from_consumer_id: incoming ? ticket.contact_id : null,
    userId: incoming ? null : token.createdById,
    type: body.type,
    attachments: await createAttachments(
      db,
      body.attachments ?? [],
      (id) => `/crm/view/attachment/${id}`,
    ),
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
    last_updated_at: await lastMessageTime(ticket, db),
  })
  return { data: await toMessage(message, db) }
}

/**
 * A message from the customer reopens a closed or pending ticket, but not an archived one or spam. The facts about eDesk do not
 * cover this; it is our decision.
 */
function statusAfter(
  { type, direction }: MessageRecord,
  { status }: TicketRecord,
): TicketRecord['status'] {
  const isCustomerReply = type === 'Message' && direction === 'Incoming'
  return isCustomerReply && (status === 'Closed' || status === 'Pending') ? 'Open' : status
}
