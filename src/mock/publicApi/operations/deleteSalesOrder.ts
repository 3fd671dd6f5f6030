import type { PublicOperation } from '../operation.ts'

export const deleteSalesOrder: PublicOperation<'deleteSalesOrder'> = async () => {
  throw new Error('to be written')
}
