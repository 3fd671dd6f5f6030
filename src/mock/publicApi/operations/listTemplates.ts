import type { PublicOperation } from '../operation.ts'

export const listTemplates: PublicOperation<'listTemplates'> = async () => {
  throw new Error('to be written')
}
