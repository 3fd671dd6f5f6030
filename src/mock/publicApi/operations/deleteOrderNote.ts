import { getOwn } from '../find.ts'
import type { PublicOperation } from '../operation.ts'

export const deleteOrderNote: PublicOperation<'deleteOrderNote'> = async ({ caller, path, db }) => {
  const { id } = await getOwn(db, 'orderNotes', caller.business.id, path.orderNoteId)
  await db.delete('orderNotes', id)
  return { ok: true, message: 'Deleted.' }
}
