import { nextInSequence } from '#src/mock/server/records/sequences.ts'

import { toEdeskTime } from '../../domain/edeskTime.ts'
import { findOwned } from '../../server/records/ownedRecords.ts'
import type { PublicOperation } from '../operation.ts'
import { toOrderNote } from '../orders/toOrderNote.ts'
import { assertValidFields } from '../fields/assertValidFields.ts'
import { validateNotBlank } from '../fields/validateNotBlank.ts'

/** Adds a note to an order. Its author is the user who created the token. */
export const createOrderNote: PublicOperation<'createOrderNote'> = async ({
  caller,
  body,
  db,
  now,
}) => {
  const businessId = caller.business.id
  const order = await findOwned(db, 'salesOrders', businessId, body.sales_order_id)
  assertValidFields(validateNotBlank(body, ['text']), order ? {} : { sales_order_id: '4002' })
  const at = toEdeskTime(now)
  const note = {
    id: await nextInSequence(db, 'orderNotes'),
    businessId,
    sales_order_id: body.sales_order_id,
    userId: caller.token.createdById,
    text: body.text,
    attachments: [],
    created_at: at,
    last_updated_at: at,
  }
  await db.put('orderNotes', note)
  return { data: await toOrderNote(note, db) }
}
