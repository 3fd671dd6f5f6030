import { getOwn } from '../find.ts'
import type { PublicOperation } from '../operation.ts'
import { toSalesOrder } from '../salesOrders.ts'
import { senderOf, withTrackingLinks } from '../tracking.ts'

export const updateSalesOrderTrackingLinks: PublicOperation<
  'updateSalesOrderTrackingLinks'
> = async ({ caller, path, body, db, now }) => {
  const order = await getOwn(db, 'salesOrders', caller.business.id, path.salesOrderId)
  const changed = {
    ...order,
    tracking: withTrackingLinks(order.tracking, body.tracking_links, senderOf(caller, now)),
  }
  await db.put('salesOrders', changed)
  return { data: await toSalesOrder(changed, db) }
}
