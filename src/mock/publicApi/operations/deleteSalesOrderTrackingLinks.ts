import { getOwn } from '../find.ts'
import type { PublicOperation } from '../operation.ts'
import { senderOf, withTrackingLinks } from '../tracking.ts'

export const deleteSalesOrderTrackingLinks: PublicOperation<
  'deleteSalesOrderTrackingLinks'
> = async ({ caller, path, db, now }) => {
  const order = await getOwn(db, 'salesOrders', caller.business.id, path.salesOrderId)
  await db.put('salesOrders', {
    ...order,
    tracking: withTrackingLinks(order.tracking, [], senderOf(caller, now)),
  })
  return { ok: true, message: 'Deleted.' }
}
