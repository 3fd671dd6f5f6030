import { toEdeskTime } from '../../domain/edeskTime.ts'
import { findOwned } from '../../server/records/ownedRecords.ts'
import { getOwned } from '../records/getOwned.ts'
import type { PublicOperation } from '../operation.ts'
import { toOrderNote } from '../orders/toOrderNote.ts'
import { assertValidFields } from '../fields/assertValidFields.ts'
import { validateNotBlank } from '../fields/validateNotBlank.ts'

/** Changes a note, and moves it if the request names another order. The author stays the same. */
export const updateOrderNote: PublicOperation<'updateOrderNote'> = async ({
  caller,
  path,
  body,
  db,
  now,
}) => {
  const businessId = caller.business.id
  const note = await getOwned(db, 'orderNotes', businessId, path.orderNoteId)
  const orderId = body.sales_order_id ?? note.sales_order_id
  const order = await findOwned(db, 'salesOrders', businessId, orderId)
  assertValidFields(validateNotBlank(body, ['text']), order ? {} : { sales_order_id: '4002' })
  const changed = {
    ...note,
    sales_order_id: orderId,
    text: body.text,
    last_updated_at: toEdeskTime(now),
  }
  await db.put('orderNotes', changed)
  return { data: await toOrderNote(changed, db) }
}
