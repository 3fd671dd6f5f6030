import type { PublicOperation } from '../operation.ts'

export const getTicket: PublicOperation<'getTicket'> = async () => {
  throw new Error('to be written')
}
