import type { PublicOperation } from '../operation.ts'

export const getOrderNote: PublicOperation<'getOrderNote'> = async () => {
  throw new Error('to be written')
}
