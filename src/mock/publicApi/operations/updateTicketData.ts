import type { PublicOperation } from '../operation.ts'

export const updateTicketData: PublicOperation<'updateTicketData'> = async () => {
  throw new Error('to be written')
}
