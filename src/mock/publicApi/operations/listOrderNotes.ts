import { listPage } from '../pagination.ts'
import type { PublicOperation } from '../operation.ts'
import { toOrderNote } from '../toOrderNote.ts'

export const listOrderNotes: PublicOperation<'listOrderNotes'> = ({ caller, query, db }) =>
  listPage(db, 'orderNotes', caller.business.id, query, (note) => toOrderNote(note, db))
