import type { PublicOperation } from '../operation.ts'

export const createOrderNote: PublicOperation<'createOrderNote'> = async () => {
  throw new Error('to be written')
}
