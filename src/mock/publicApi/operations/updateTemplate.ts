import type { PublicOperation } from '../operation.ts'

export const updateTemplate: PublicOperation<'updateTemplate'> = async () => {
  throw new Error('to be written')
}
