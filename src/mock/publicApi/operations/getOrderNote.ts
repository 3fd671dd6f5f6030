import { getOwned } from '../records/getOwned.ts'
import type { PublicOperation } from '../operation.ts'
import { toOrderNote } from '../orders/toOrderNote.ts'

export const getOrderNote: PublicOperation<'getOrderNote'> = async ({ caller, path, db }) => {
  const note = await getOwned(db, 'orderNotes', caller.business.id, path.orderNoteId)
  return { data: await toOrderNote(note, db) }
}
