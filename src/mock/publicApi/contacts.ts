import type { components } from '#src/api/generated/schema.ts'

import type { ContactRecord } from '../domain/helpdeskRecords.ts'
import type { Reader, Writer } from '../storage/storage.ts'
import type { FieldCodes } from './edeskError.ts'
import { findOwn } from './find.ts'
import { nextNumber } from '../storage/numbers.ts'

/** How a request says who somebody is: a contact that is known, or one by its e-mail address. Never both. */
export interface ContactGiven {
  contact_id?: number | null
  contact?: components['schemas']['ContactRequest']
}

/**
 * What is wrong with the contact in a request.
 *
 * @param channelId undefined where the channel itself is wrong: the contact cannot be held against it then.
 */
export async function codesOfContact(
  db: Reader,
  businessId: string,
  channelId: number | undefined,
  { contact_id, contact }: ContactGiven,
): Promise<FieldCodes> {
  if (typeof contact_id !== 'number') return {}
  if (contact !== undefined) return { contact: '4007' }
  const known = await findOwn(db, 'contacts', businessId, contact_id)
  if (!known) return { contact_id: '4002' }
  const fits = channelId === undefined || known.channel_id === channelId
  return fits ? {} : { contact_id: '4015' }
}

/**
 * The id of the contact in a request that is known to be right: of the one in this channel that has the e-mail address, or
 * else of a new one. Who is known already keeps name and telephone number.
 *
 * @returns undefined where the request says nothing of a contact.
 */
export async function keepContact(
  db: Writer,
  businessId: string,
  channelId: number,
  { contact_id, contact }: ContactGiven,
): Promise<number | undefined> {
  if (!contact) return contact_id ?? undefined
  const email = contact.email.toLowerCase()
  const found = (await contactsByEmail(db, businessId, email)).find(
    ({ channel_id }) => channel_id === channelId,
  )
  if (found) return found.id
  const id = await nextNumber(db, 'contacts')
  await db.put('contacts', {
    id,
    businessId,
    channel_id: channelId,
    client_id: 1,
    full_name: contact.full_name ?? '',
    phone_number: contact.phone_number ?? '',
    email,
  })
  return id
}

/** The contacts with an e-mail address, one in each channel. They are kept in lower case: people do not mind the case. */
export function contactsByEmail(
  db: Reader,
  businessId: string,
  email: string,
): Promise<ContactRecord[]> {
  return db.list('contacts', 'byEmail', { equals: [businessId, email.toLowerCase()] })
}
