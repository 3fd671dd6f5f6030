import type { PublicOperation } from '../operation.ts'

export const updateOrderNote: PublicOperation<'updateOrderNote'> = async () => {
  throw new Error('to be written')
}
