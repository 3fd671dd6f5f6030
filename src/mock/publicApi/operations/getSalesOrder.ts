import type { PublicOperation } from '../operation.ts'

export const getSalesOrder: PublicOperation<'getSalesOrder'> = async () => {
  throw new Error('to be written')
}
