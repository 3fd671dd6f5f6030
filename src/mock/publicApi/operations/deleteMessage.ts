import type { PublicOperation } from '../operation.ts'

export const deleteMessage: PublicOperation<'deleteMessage'> = async () => {
  throw new Error('to be written')
}
