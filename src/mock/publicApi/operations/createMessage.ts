import type { PublicOperation } from '../operation.ts'

export const createMessage: PublicOperation<'createMessage'> = async () => {
  throw new Error('to be written')
}
