import type { PublicOperation } from '../operation.ts'

export const listTickets: PublicOperation<'listTickets'> = async () => {
  throw new Error('to be written')
}
