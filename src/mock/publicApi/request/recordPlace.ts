import {
  countAddresses,
  didWork,
  noticeOfNewPlaces,
  withNewPlace,
  withNovelty,
  withoutSuccess,
} from '../../domain/newPlaces.ts'
import {
  isFull,
  placeAfter,
  placeIdOf,
  placesAfter,
  placesOf,
  useOfRequest,
} from '../../domain/places.ts'
import type {
  PlaceRecord,
  PlacesSummary,
  TokenRecord,
  TokenRequestRecord,
} from '../../domain/records.ts'
import type { Writer } from '../../domain/schema.ts'
import { recordNewPlace } from '../../server/records/recordActivity.ts'

/**
 * Records the place that a request comes from. Reports it if it is new.
 *
 * @returns the places of its token in numbers.
 */
export async function recordPlace(
  db: Writer,
  token: TokenRecord,
  request: TokenRequestRecord,
): Promise<PlacesSummary> {
  const before = placesOf(token)
  const use = useOfRequest(request)
  const known = await db.get('places', placeIdOf(use))
  const oldest = { equals: [token.id], limit: 1 }
  const [dropped] = known || !isFull(before) ? [] : await db.list('places', 'byToken', oldest)
  if (dropped) await db.delete('places', dropped.id)
  const used = placeAfter(known, use)
  const change = { isNew: !known, dropped }
  if (!didWork(request)) {
    const place = withoutSuccess(used, known)
    await db.put('places', place)
    return placesAfter(before, place, change)
  }
  if (known && !known.neverWorked) {
    await db.put('places', used)
    return placesAfter(before, used, change)
  }
  // Of a token with more places than are kept, nobody knows which are new.
  const others = isFull(before) ? undefined : await otherPlaces(db, used)
  const place = withNovelty(used, others ?? [], token, request.at)
  await db.put('places', place)
  const after = withNewPlace(placesAfter(before, place, change), place)
  await report(db, token, place, after)
  if (!others || after.addresses === undefined) return after
  return { ...after, addresses: countAddresses([...others, place]) }
}

async function otherPlaces(db: Writer, { id, tokenId }: PlaceRecord): Promise<PlaceRecord[]> {
  const places = await db.list('places', 'byToken', { equals: [tokenId] })
  return places.filter((place) => place.id !== id)
}

/** Reports a place in a notice and in the activity, if it is new and no other one was within an hour. */
async function report(
  db: Writer,
  token: TokenRecord,
  place: PlaceRecord,
  { unconfirmed }: PlacesSummary,
): Promise<void> {
  const notice = noticeOfNewPlaces(token, token.places?.unconfirmed, unconfirmed)
  if (!notice || !place.unconfirmed) return
  await db.put('notices', notice)
  await recordNewPlace(db, token, place, place.unconfirmed)
}
