import { getOwned } from '../records/getOwned.ts'
import type { PublicOperation } from '../operation.ts'
import { toSalesOrder } from '../orders/toSalesOrder.ts'
import { withTrackingLinks } from '../orders/trackingLinks.ts'
import { trackingSender } from '../orders/trackingSender.ts'

export const updateSalesOrderTrackingLinks: PublicOperation<
  'updateSalesOrderTrackingLinks'
> = async ({ caller, path, body, db, now }) => {
  const order = await getOwned(db, 'salesOrders', caller.business.id, path.salesOrderId)
  const changed = {
    ...order,
    tracking: withTrackingLinks(order.tracking, body.tracking_links, trackingSender(caller, now)),
  }
  await db.put('salesOrders', changed)
  return { data: await toSalesOrder(changed, db) }
}
