import { getOwned } from '../records/getOwned.ts'
import type { PublicOperation } from '../operation.ts'

/** Deletes an order and its notes. Its tickets stay and lose the link to the order. */
export const deleteSalesOrder: PublicOperation<'deleteSalesOrder'> = async ({
  caller,
  path,
  db,
}) => {
  const order = await getOwned(db, 'salesOrders', caller.business.id, path.salesOrderId)
  const equals = [order.businessId, order.id]
  const notes = await db.list('orderNotes', 'byOrder', { equals })
  const tickets = await db.list('tickets', 'byOrder', { equals })
  for (const { id } of notes) await db.delete('orderNotes', id)
  for (const ticket of tickets) await db.put('tickets', { ...ticket, sales_order_id: null })
  await db.delete('salesOrders', order.id)
  return { ok: true, message: 'Deleted.' }
}
