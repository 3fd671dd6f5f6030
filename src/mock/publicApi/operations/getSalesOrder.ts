import { getOwn } from '../find.ts'
import type { PublicOperation } from '../operation.ts'
import { toSalesOrder } from '../salesOrders.ts'

export const getSalesOrder: PublicOperation<'getSalesOrder'> = async ({ caller, path, db }) => {
  const order = await getOwn(db, 'salesOrders', caller.business.id, path.salesOrderId)
  return { data: await toSalesOrder(order, db) }
}
