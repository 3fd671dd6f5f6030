import type { PublicOperation } from '../operation.ts'

export const deleteOrderNote: PublicOperation<'deleteOrderNote'> = async () => {
  throw new Error('to be written')
}
