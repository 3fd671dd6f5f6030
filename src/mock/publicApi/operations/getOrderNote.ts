import { getOwned } from '../getOwned.ts'
import type { PublicOperation } from '../operation.ts'
import { toOrderNote } from '../toOrderNote.ts'

export const getOrderNote: PublicOperation<'getOrderNote'> = async ({ caller, path, db }) => {
  const note = await getOwned(db, 'orderNotes', caller.business.id, path.orderNoteId)
  return { data: await toOrderNote(note, db) }
}
