import { assertValidFields } from '../fields/assertValidFields.ts'
import { validateListLength } from '../fields/validateListLength.ts'
import { getOwned } from '../records/getOwned.ts'
import type { PublicOperation } from '../operation.ts'
import { toSalesOrder } from '../orders/toSalesOrder.ts'
import { toTrackingRecords } from '../orders/trackingLinks.ts'
import { trackingSender } from '../orders/trackingSender.ts'

export const createSalesOrderTrackingLinks: PublicOperation<
  'createSalesOrderTrackingLinks'
> = async ({ caller, path, body, db, now }) => {
  const order = await getOwned(db, 'salesOrders', caller.business.id, path.salesOrderId)
  const added = toTrackingRecords(body.tracking_links, trackingSender(caller, now))
  const tracking = [...order.tracking, ...added]
  assertValidFields(validateListLength('tracking_links', order.tracking.length, added.length))
  const changed = { ...order, tracking }
  await db.put('salesOrders', changed)
  return { data: await toSalesOrder(changed, db) }
}
