import type { PublicOperation } from '../operation.ts'

export const getTemplate: PublicOperation<'getTemplate'> = async () => {
  throw new Error('to be written')
}
