import { listPage } from '../lists/pagination.ts'
import type { PublicOperation } from '../operation.ts'
import { toOrderNote } from '../orders/toOrderNote.ts'

export const listOrderNotes: PublicOperation<'listOrderNotes'> = ({ caller, query, db }) =>
  listPage(db, 'orderNotes', caller.business.id, query, (note) => toOrderNote(note, db))
