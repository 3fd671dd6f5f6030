import { numbersInSequence } from '#src/mock/server/records/sequences.ts'

import { toEdeskTime } from '../../domain/edeskTime.ts'
import { assertValidFields } from '../fields/assertValidFields.ts'
import { validateListLength } from '../fields/validateListLength.ts'
import { getOwned } from '../records/getOwned.ts'
import { filesField, filesInForm, filesInJson } from '../orders/noteAttachments.ts'
import type { PublicOperation } from '../operation.ts'
import { toOrderNote } from '../orders/toOrderNote.ts'

/** Attaches files from a form or from JSON. The live service stores only files from a form; the mock stores both. */
export const createOrderNoteAttachment: PublicOperation<'createOrderNoteAttachment'> = async ({
  caller,
  path,
  body,
  form,
  db,
  now,
}) => {
  const note = await getOwned(db, 'orderNotes', caller.business.id, path.orderNoteId)
  const files = form ? filesInForm(form) : filesInJson(body)
  const field = form ? filesField : 'files'
  assertValidFields(validateListLength(field, note.attachments.length, files.length))
  const ids = await numbersInSequence(db, 'attachments', files.length)
  const added = files.map((file, index) => ({ id: ids[index] ?? 0, link: null, ...file }))
  const attachments = [...note.attachments, ...added]
  const changed = { ...note, attachments, last_updated_at: toEdeskTime(now) }
  await db.put('orderNotes', changed)
  return { data: await toOrderNote(changed, db) }
}
