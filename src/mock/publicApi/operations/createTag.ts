import type { PublicOperation } from '../operation.ts'

export const createTag: PublicOperation<'createTag'> = async () => {
  throw new Error('to be written')
}
