import { nextInSequence } from '#src/mock/server/records/sequences.ts'

import { toEdeskTime } from '../../domain/edeskTime.ts'
import type { TicketRecord } from '../../domain/helpdeskRecords.ts'
import { findOrCreateContact } from '../tickets/contacts.ts'
import { validateCustomFields, withCustomFields } from '../fields/customFields.ts'
import type { PublicOperation } from '../operation.ts'
import { assertValidFields } from '../fields/assertValidFields.ts'
import { validateNotBlank } from '../fields/validateNotBlank.ts'
import { validateTicketLinks, findLinkedOrder } from '../tickets/ticketLinks.ts'
import { toTicket } from '../tickets/toTicket.ts'

/** Creates a ticket. If the request has an order but no contact, the ticket's contact is the buyer. */
export const createTicket: PublicOperation<'createTicket'> = async ({ caller, body, db, now }) => {
  const businessId = caller.business.id
  assertValidFields(
    validateNotBlank(body, ['subject']),
    await validateTicketLinks(db, businessId, body),
    validateCustomFields([], body.custom_fields),
  )
  const order = await findLinkedOrder(db, businessId, body)
  const contactId = await findOrCreateContact(db, businessId, body.channel_id, body)
  const createdAt = body.created_at ?? toEdeskTime(now)
  const ticket: TicketRecord = {
    id: await nextInSequence(db, 'tickets'),
    businessId,
    subject: body.subject,
    type: order ? 'OrderQuery' : 'Query',
    channel_id: body.channel_id,
    status: body.status,
    unread: false,
    priority: false,
    sales_order_id: order?.id ?? null,
    external_order_id: order?.seller_order_id ?? null,
    created_at: createdAt,
    last_updated_at: createdAt,
    owner_user_id: null,
    custom_fields: await withCustomFields(db, [], body.custom_fields),
    tags_ids: [],
    contact_id: contactId ?? order?.contact_id ?? null,
    ai_classification: null,
  }
  await db.put('tickets', ticket)
  return { data: await toTicket(ticket, db, now) }
}
