import type { PublicOperation } from '../operation.ts'

export const updateTag: PublicOperation<'updateTag'> = async () => {
  throw new Error('to be written')
}
