import type { PublicOperation } from '../operation.ts'

export const createTicket: PublicOperation<'createTicket'> = async () => {
  throw new Error('to be written')
}
