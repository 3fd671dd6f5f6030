import type { TicketRecord } from '../../domain/helpdeskRecords.ts'
import { validateCustomFields, withCustomFields } from '../fields/customFields.ts'
import { getOwned } from '../records/getOwned.ts'
import type { PublicOperation } from '../operation.ts'
import { assertValidFields } from '../fields/assertValidFields.ts'
import { toTicket } from '../tickets/toTicket.ts'

export const updateTicketData: PublicOperation<'updateTicketData'> = async ({
  caller,
  path,
  body,
  db,
  now,
}) => {
  const ticket = await getOwned(db, 'tickets', caller.business.id, path.ticketId)
  assertValidFields(validateCustomFields(ticket.custom_fields, body.custom_fields))
  const changed: TicketRecord = {
    ...ticket,
    custom_fields: await withCustomFields(db, ticket.custom_fields, body.custom_fields),
  }
  await db.put('tickets', changed)
  return { data: await toTicket(changed, db, now) }
}
