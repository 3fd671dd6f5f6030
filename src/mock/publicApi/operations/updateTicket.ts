import type { TicketRecord } from '../../domain/helpdeskRecords.ts'
import type { Reader } from '../../domain/schema.ts'
import { validateCustomFields, withCustomFields } from '../fields/customFields.ts'
import type { FieldCodes } from '../edeskError.ts'
import { getOwned } from '../records/getOwned.ts'
import type { PublicOperation } from '../operation.ts'
import { keepUnlessGiven } from '../records/keepUnlessGiven.ts'
import { validateOwnedIds } from '../fields/validateIds.ts'
import { assertValidFields } from '../fields/assertValidFields.ts'
import { validateNotBlank } from '../fields/validateNotBlank.ts'
import { validateTicketLinks, findLinkedOrder } from '../tickets/ticketLinks.ts'
import { withStatus } from '../tickets/ticketStatus.ts'
import { toTicket } from '../tickets/toTicket.ts'
import { findUserByNumber } from '../records/users.ts'

/**
 * Changes the fields in the request; null removes a link. `last_updated_at` stays the time of the last message.
 */
export const updateTicket: PublicOperation<'updateTicket'> = async ({
  caller,
  path,
  body,
  db,
  now,
}) => {
  const ticket = await getOwned(db, 'tickets', caller.business.id, path.ticketId)
  const { businessId } = ticket
  assertValidFields(
    validateNotBlank(body, ['subject']),
    await validateTicketLinks(db, businessId, body, ticket),
    validateCustomFields(ticket.custom_fields, body.custom_fields),
    await validateOwnedIds(db, 'tags', businessId, 'tag_ids', body.tag_ids),
    await validateOwner(db, businessId, body.owner_user_id),
  )
  const order = await findLinkedOrder(db, businessId, body)
  const changed: TicketRecord = {
    ...ticket,
    ...(body.status && withStatus(ticket, body.status)),
    subject: body.subject ?? ticket.subject,
    channel_id: body.channel_id ?? ticket.channel_id,
    ...(body.sales_order_id !== undefined && {
      sales_order_id: order?.id ?? null,
      external_order_id: order?.seller_order_id ?? null,
    }),
    custom_fields: await withCustomFields(db, ticket.custom_fields, body.custom_fields),
    contact_id: keepUnlessGiven(body.contact_id, ticket.contact_id),
    // A request may contain a tag twice; the ticket has it once.
    tags_ids: body.tag_ids ? [...new Set(body.tag_ids)] : ticket.tags_ids,
    owner_user_id: keepUnlessGiven(body.owner_user_id, ticket.owner_user_id),
  }
  await db.put('tickets', changed)
  return { data: await toTicket(changed, db, now) }
}

async function validateOwner(
  db: Reader,
  businessId: string,
  number: number | null | undefined,
): Promise<FieldCodes> {
  if (typeof number !== 'number' || (await findUserByNumber(db, businessId, number))) return {}
  return { owner_user_id: '4002' }
}
