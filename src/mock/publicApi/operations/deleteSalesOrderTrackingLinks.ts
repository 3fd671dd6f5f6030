import type { PublicOperation } from '../operation.ts'

export const deleteSalesOrderTrackingLinks: PublicOperation<
  'deleteSalesOrderTrackingLinks'
> = async () => {
  throw new Error('to be written')
}
