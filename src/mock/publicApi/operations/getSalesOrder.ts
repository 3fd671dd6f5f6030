import { getOwned } from '../records/getOwned.ts'
import type { PublicOperation } from '../operation.ts'
import { toSalesOrder } from '../orders/toSalesOrder.ts'

export const getSalesOrder: PublicOperation<'getSalesOrder'> = async ({ caller, path, db }) => {
  const order = await getOwned(db, 'salesOrders', caller.business.id, path.salesOrderId)
  return { data: await toSalesOrder(order, db) }
}
