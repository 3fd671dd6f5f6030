import type { TicketRecord } from '../../domain/helpdeskRecords.ts'
import { codesOfCustomFields, withCustomFields } from '../customFields.ts'
import { getOwn } from '../find.ts'
import type { PublicOperation } from '../operation.ts'
import { refuseWrongFields } from '../refuseWrongFields.ts'
import { toTicket } from '../tickets.ts'

export const updateTicketData: PublicOperation<'updateTicketData'> = async ({
  caller,
  path,
  body,
  db,
  now,
}) => {
  const ticket = await getOwn(db, 'tickets', caller.business.id, path.ticketId)
  refuseWrongFields(codesOfCustomFields(body.custom_fields))
  const changed: TicketRecord = {
    ...ticket,
    custom_fields: await withCustomFields(db, ticket.custom_fields, body.custom_fields),
  }
  await db.put('tickets', changed)
  return { data: await toTicket(changed, db, now) }
}
