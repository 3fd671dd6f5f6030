import { getOwn } from '../find.ts'
import type { PublicOperation } from '../operation.ts'
import { toTicket } from '../tickets.ts'

export const getTicket: PublicOperation<'getTicket'> = async ({ caller, path, db, now }) => ({
  data: await toTicket(await getOwn(db, 'tickets', caller.business.id, path.ticketId), db, now),
})
