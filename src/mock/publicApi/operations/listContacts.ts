import type { ContactRecord } from '../../domain/helpdeskRecords.ts'
import type { Reader } from '../../domain/schema.ts'
import { contactsByEmail } from '../tickets/contacts.ts'
import { findOwned } from '../../server/records/ownedRecords.ts'
import { listPage, paginate } from '../lists/pagination.ts'
import type { PublicContext, PublicOperation } from '../operation.ts'
import { omitBusinessId } from '../records/omitBusinessId.ts'

type Query = PublicContext<'Contacts_List'>['query']

/** The only list whose filters have no `filter_` prefix. */
export const listContacts: PublicOperation<'Contacts_List'> = async ({ caller, query, db }) => {
  const businessId = caller.business.id
  const { page: _page, itemsPerPage: _itemsPerPage, ...filters } = query
  if (Object.keys(filters).length === 0) {
    return listPage(db, 'contacts', businessId, query, omitBusinessId)
  }
  const possibleMatches = await findCandidates(db, businessId, query)
  return paginate(
    possibleMatches.filter((contact) => matches(contact, query)),
    query,
    omitBusinessId,
  )
}

/** Returns the contacts that may match, ordered by id, and uses an index to read as few as possible. */
async function findCandidates(
  db: Reader,
  businessId: string,
  { consumer_id, email }: Query,
): Promise<ContactRecord[]> {
  if (consumer_id !== undefined) {
    const contact = await findOwned(db, 'contacts', businessId, consumer_id)
    return contact ? [contact] : []
  }
  if (email !== undefined) return contactsByEmail(db, businessId, email)
  return db.list('contacts', 'byBusiness', { equals: [businessId] })
}

function matches(contact: ContactRecord, { fsf_query, email, name, phone_number }: Query): boolean {
  return (
    hasAllWords(contact, fsf_query ?? '') &&
    (email === undefined || contact.email === email.toLowerCase()) &&
    (name === undefined || contact.full_name.toLowerCase() === name.toLowerCase()) &&
    (phone_number === undefined || contact.phone_number === phone_number)
  )
}

function hasAllWords({ full_name, email, phone_number }: ContactRecord, words: string): boolean {
  const text = `${full_name}\n${email}\n${phone_number}`.toLowerCase()
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word))
}
