import { getOwned } from '../records/getOwned.ts'
import type { PublicOperation } from '../operation.ts'

export const deleteOrderNote: PublicOperation<'deleteOrderNote'> = async ({ caller, path, db }) => {
  const { id } = await getOwned(db, 'orderNotes', caller.business.id, path.orderNoteId)
  await db.delete('orderNotes', id)
  return { ok: true, message: 'Deleted.' }
}
