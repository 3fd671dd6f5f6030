import type { PublicOperation } from '../operation.ts'

export const createSalesOrderTrackingLinks: PublicOperation<
  'createSalesOrderTrackingLinks'
> = async () => {
  throw new Error('to be written')
}
