import type { PublicOperation } from '../operation.ts'

export const listTags: PublicOperation<'listTags'> = async () => {
  throw new Error('to be written')
}
