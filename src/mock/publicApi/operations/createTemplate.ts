import type { PublicOperation } from '../operation.ts'

export const createTemplate: PublicOperation<'createTemplate'> = async () => {
  throw new Error('to be written')
}
