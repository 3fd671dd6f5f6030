import type { PublicOperation } from '../operation.ts'

export const listSalesOrders: PublicOperation<'listSalesOrders'> = async () => {
  throw new Error('to be written')
}
