import type { PublicOperation } from '../operation.ts'

export const updateTicket: PublicOperation<'updateTicket'> = async () => {
  throw new Error('to be written')
}
