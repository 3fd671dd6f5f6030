import { assertValidFields } from '../fields/assertValidFields.ts'
import { validateListLength } from '../fields/validateListLength.ts'
import { getOwned } from '../records/getOwned.ts'
import type { PublicOperation } from '../operation.ts'
import { toSalesOrder } from '../orders/toSalesOrder.ts'
import { withTrackingLinks } from '../orders/trackingLinks.ts'
import { trackingSender } from '../orders/trackingSender.ts'

export const updateSalesOrderTrackingLinks: PublicOperation<
  'updateSalesOrderTrackingLinks'
> = async ({ caller, path, body, db, now }) => {
  const order = await getOwned(db, 'salesOrders', caller.business.id, path.salesOrderId)
  const { tracking_links: links } = body
  const tracking = withTrackingLinks(order.tracking, links, trackingSender(caller, now))
  assertValidFields(
    validateListLength('tracking_links', tracking.length - links.length, links.length),
  )
  const changed = { ...order, tracking }
  await db.put('salesOrders', changed)
  return { data: await toSalesOrder(changed, db) }
}
