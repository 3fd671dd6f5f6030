import type { PublicOperation } from '../operation.ts'

export const updateMessage: PublicOperation<'updateMessage'> = async () => {
  throw new Error('to be written')
}
