import { getOwned } from '../records/getOwned.ts'
import type { PublicOperation } from '../operation.ts'
import { withTrackingLinks } from '../orders/trackingLinks.ts'
import { trackingSender } from '../orders/trackingSender.ts'

export const deleteSalesOrderTrackingLinks: PublicOperation<
  'deleteSalesOrderTrackingLinks'
> = async ({ caller, path, db, now }) => {
  const order = await getOwned(db, 'salesOrders', caller.business.id, path.salesOrderId)
  await db.put('salesOrders', {
    ...order,
    tracking: withTrackingLinks(order.tracking, [], trackingSender(caller, now)),
  })
  return { ok: true, message: 'Deleted.' }
}
