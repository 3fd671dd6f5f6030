import type { PublicOperation } from '../operation.ts'

export const updateSalesOrderTrackingLinks: PublicOperation<
  'updateSalesOrderTrackingLinks'
> = async () => {
  throw new Error('to be written')
}
