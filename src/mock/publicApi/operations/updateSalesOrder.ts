import type { PublicOperation } from '../operation.ts'

export const updateSalesOrder: PublicOperation<'updateSalesOrder'> = async () => {
  throw new Error('to be written')
}
