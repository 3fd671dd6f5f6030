import type { PublicOperation } from '../operation.ts'

export const getTag: PublicOperation<'getTag'> = async () => {
  throw new Error('to be written')
}
