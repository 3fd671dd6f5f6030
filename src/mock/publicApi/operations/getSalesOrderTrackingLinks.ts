import type { PublicOperation } from '../operation.ts'

export const getSalesOrderTrackingLinks: PublicOperation<
  'getSalesOrderTrackingLinks'
> = async () => {
  throw new Error('to be written')
}
