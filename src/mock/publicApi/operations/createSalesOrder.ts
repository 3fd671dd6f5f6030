import type { PublicOperation } from '../operation.ts'

export const createSalesOrder: PublicOperation<'createSalesOrder'> = async () => {
  throw new Error('to be written')
}
