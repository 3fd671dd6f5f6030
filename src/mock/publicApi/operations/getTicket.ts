import { getOwned } from '../records/getOwned.ts'
import type { PublicOperation } from '../operation.ts'
import { toTicket } from '../tickets/toTicket.ts'

export const getTicket: PublicOperation<'getTicket'> = async ({ caller, path, db, now }) => ({
  data: await toTicket(await getOwned(db, 'tickets', caller.business.id, path.ticketId), db, now),
})
