import type { PublicOperation } from '../operation.ts'

export const deleteTemplate: PublicOperation<'deleteTemplate'> = async () => {
  throw new Error('to be written')
}
