import type { PublicOperation } from '../operation.ts'

export const listContacts: PublicOperation<'Contacts_List'> = async () => {
  throw new Error('to be written')
}
