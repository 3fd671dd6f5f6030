import type { PublicOperation } from '../operation.ts'

export const createOrderNoteAttachment: PublicOperation<'createOrderNoteAttachment'> = async () => {
  throw new Error('to be written')
}
