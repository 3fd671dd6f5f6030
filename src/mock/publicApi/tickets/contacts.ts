import type { components } from '#src/api/generated/schema.ts'

import type { ContactRecord } from '../../domain/helpdeskRecords.ts'
import type { Reader, Writer } from '../../domain/schema.ts'
import type { FieldCodes } from '../edeskError.ts'
import { findOwned } from '../../server/records/ownedRecords.ts'
import { nextInSequence } from '../../server/records/sequences.ts'

/** The contact in a request: the id of an existing contact, or contact data with an email address. Never both. */
export interface ContactInput {
  contact_id?: number | null
  contact?: components['schemas']['ContactRequest']
}

/**
 * Validates the contact in a request.
 *
 * @param channelId the channel that the contact must belong to; undefined if the request's channel is invalid.
 */
export async function validateContact(
  db: Reader,
  businessId: string,
  channelId: number | undefined,
  { contact_id, contact }: ContactInput,
): Promise<FieldCodes> {
  if (typeof contact_id !== 'number') return {}
  if (contact !== undefined) return { contact: '4007' }
  const existing = await findOwned(db, 'contacts', businessId, contact_id)
  if (!existing) return { contact_id: '4002' }
  const belongs = channelId === undefined || existing.channel_id === channelId
  return belongs ? {} : { contact_id: '4015' }
}

/**
 * Finds the contact in a validated request by its email address and channel, or creates it. An existing contact keeps its name
 * and phone number.
 *
 * @returns the id of the contact; undefined if the request has no contact.
 */
export async function findOrCreateContact(
  db: Writer,
  businessId: string,
  channelId: number,
  { contact_id, contact }: ContactInput,
): Promise<number | undefined> {
  if (!contact) return contact_id ?? undefined
  const email = contact.email.toLowerCase()
  const found = (await contactsByEmail(db, businessId, email)).find(
    ({ channel_id }) => channel_id === channelId,
  )
  if (found) return found.id
  const id = await nextInSequence(db, 'contacts')
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

/** Finds the contacts with an email address, at most one per channel. Addresses are stored in lower case; the search ignores case. */
export function contactsByEmail(
  db: Reader,
  businessId: string,
  email: string,
): Promise<ContactRecord[]> {
  return db.list('contacts', 'byEmail', { equals: [businessId, email.toLowerCase()] })
}
