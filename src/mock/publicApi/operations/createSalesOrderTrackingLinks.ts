import { getOwned } from '../records/getOwned.ts'
import type { PublicOperation } from '../operation.ts'
import { toSalesOrder } from '../orders/toSalesOrder.ts'
import { toTrackingRecords } from '../orders/trackingLinks.ts'
import { trackingSender } from '../orders/trackingSender.ts'

export const createSalesOrderTrackingLinks: PublicOperation<
  'createSalesOrderTrackingLinks'
> = async ({ caller, path, body, db, now }) => {
  const order = await getOwned(db, 'salesOrders', caller.business.id, path.salesOrderId)
  const changed = {
    ...order,
    tracking: [
      ...order.tracking,
      ...toTrackingRecords(body.tracking_links, trackingSender(caller, now)),
    ],
  }
  await db.put('salesOrders', changed)
  return { data: await toSalesOrder(changed, db) }
}
