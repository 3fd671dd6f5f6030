import type { PublicOperation } from '../operation.ts'

export const getMessage: PublicOperation<'getMessage'> = async () => {
  throw new Error('to be written')
}
