import type { PublicOperation } from '../operation.ts'

export const deleteTag: PublicOperation<'DeleteTag'> = async () => {
  throw new Error('to be written')
}
