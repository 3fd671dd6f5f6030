import { placesAfterConfirmation, withConfirmation } from '../domain/newPlaces.ts'
import { placesOf } from '../domain/places.ts'
import type { PlaceRecord, TokenRecord } from '../domain/records.ts'
import { noticeId } from '../domain/requestNotices.ts'
import type { Writer } from '../domain/schema.ts'

/**
 * Confirms the new places of a token, and ends their notice. It does not store the token.
 *
 * @param until confirms only places that were new by then (ISO 8601, in UTC).
 * @returns the token, and the confirmed places.
 */
export async function confirmPlaces(
  db: Writer,
  token: TokenRecord,
  until: string,
): Promise<{ token: TokenRecord; confirmed: PlaceRecord[] }> {
  const places = placesOf(token)
  if (!places.unconfirmed) return { token, confirmed: [] }
  const kept = await db.list('places', 'byToken', { equals: [token.id] })
  const unconfirmed = kept
    .flatMap((place) => (place.unconfirmed ? [{ place, since: place.unconfirmed.since }] : []))
    .sort((one, other) => (one.since < other.since ? -1 : 1))
  const confirmed = unconfirmed.filter(({ since }) => since <= until).map(({ place }) => place)
  for (const place of confirmed) await db.put('places', withConfirmation(place))
  const left = unconfirmed.slice(confirmed.length).map(({ place }) => place)
  const after = placesAfterConfirmation(places, left)
  if (!after.unconfirmed) await db.delete('notices', noticeId('token_new_place', token.id))
  return { token: { ...token, places: after }, confirmed }
}
