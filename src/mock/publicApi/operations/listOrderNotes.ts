import type { PublicOperation } from '../operation.ts'

export const listOrderNotes: PublicOperation<'listOrderNotes'> = async () => {
  throw new Error('to be written')
}
