import type { PublicOperation } from '../operation.ts'

export const deleteTicket: PublicOperation<'DeleteTicket'> = async () => {
  throw new Error('to be written')
}
