import { getOwned } from '../records/getOwned.ts'
import type { PublicOperation } from '../operation.ts'

/** Archives a ticket; it stays readable. The live service does not delete tickets. */
export const deleteTicket: PublicOperation<'DeleteTicket'> = async ({ caller, path, db }) => {
  const ticket = await getOwned(db, 'tickets', caller.business.id, path.ticketId)
  await db.put('tickets', { ...ticket, status: 'Archived' })
  return { ok: true, message: 'Archived.' }
}
