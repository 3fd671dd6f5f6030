import { msPerDay, msPerHour } from '#src/shared/time.ts'

import { noticeId } from './requestNotices.ts'
import type {
  NoticeRecord,
  PlaceRecord,
  PlacesSummary,
  TokenRecord,
  TokenRequestRecord,
  UnconfirmedPlaces,
} from './records.ts'

/*
 * A place is new if the token was never used from its address or by its program before. A key that leaks is used from elsewhere, so
 * an Admin confirms new places, limits the addresses, or pauses or replaces the token.
 */

type Unconfirmed = NonNullable<PlaceRecord['unconfirmed']>

/** For so long after its first request, no place of a token is new. */
const firstDayMs = msPerDay
/** Places that are new within this time share a notice and a line in the activity. */
const oneNoticeMs = msPerHour

/** Whether the token worked for a request. The request may have been refused for another reason. */
export function didWork({ reason }: Pick<TokenRequestRecord, 'reason'>): boolean {
  return reason !== 'paused' && reason !== 'expired' && reason !== 'address'
}

/** Returns a place for which the token did not work. The first use of a known place is no news later. */
export function withoutSuccess(
  place: PlaceRecord,
  known: Pick<PlaceRecord, 'neverWorked'> | undefined,
): PlaceRecord {
  return known && !known.neverWorked ? place : { ...place, neverWorked: true }
}

/**
 * Returns a place where the token works for the first time, with what is new about it. The Admin has allowed the addresses of a
 * limited token, so none of them is new.
 *
 * @param others all other places of the token.
 * @param at when the token worked there.
 */
export function withNovelty(
  { neverWorked: _noLonger, ...place }: PlaceRecord,
  others: readonly PlaceRecord[],
  token: Pick<TokenRecord, 'allowedAddresses'>,
  at: string,
): PlaceRecord {
  const novelty = noveltyOf(place, others.filter(hasWorked), token, at)
  return novelty ? { ...place, unconfirmed: { novelty, since: at } } : place
}

function noveltyOf(
  { address, program }: Pick<PlaceRecord, 'address' | 'program'>,
  known: readonly PlaceRecord[],
  { allowedAddresses = [] }: Pick<TokenRecord, 'allowedAddresses'>,
  at: string,
): Unconfirmed['novelty'] | undefined {
  const dayBefore = new Date(Date.parse(at) - firstDayMs).toISOString()
  if (!known.some(({ firstAt }) => firstAt <= dayBefore)) return undefined
  const isAddressNew = address !== null && !known.some((other) => other.address === address)
  if (isAddressNew && allowedAddresses.length === 0) return 'address'
  return known.some((other) => other.program === program) ? undefined : 'program'
}

function hasWorked({ neverWorked }: PlaceRecord): boolean {
  return neverWorked !== true
}

/** Returns the number of addresses where the token worked. An address that is not known counts as one. */
export function countAddresses(places: readonly PlaceRecord[]): number {
  return new Set(places.filter(hasWorked).map(({ address }) => address)).size
}

/** Returns the numbers of a token's places after one more place. Only a new one that is not confirmed matters. */
export function withNewPlace(summary: PlacesSummary, place: PlaceRecord): PlacesSummary {
  if (!place.unconfirmed) return summary
  return { ...summary, unconfirmed: oneMore(summary.unconfirmed, place, place.unconfirmed) }
}

function oneMore(
  before: UnconfirmedPlaces | undefined,
  { address, client }: PlaceRecord,
  { novelty, since: at }: Unconfirmed,
): UnconfirmedPlaces {
  const isAddress = novelty === 'address'
  const own = { address, client }
  const [addresses, programs] = isAddress ? [1, 0] : [0, 1]
  if (!before) return { addresses, programs, place: own, since: at, until: at }
  return {
    addresses: before.addresses + addresses,
    programs: before.programs + programs,
    place: isAddress && before.addresses === 0 ? own : before.place,
    since: isOneNotice(before.since, at) ? before.since : at,
    until: at,
  }
}

function isOneNotice(since: string, at: string): boolean {
  return Math.abs(Date.parse(at) - Date.parse(since)) < oneNoticeMs
}

/** Returns the notice that a token's places start; undefined if nothing is new, or if it has begun before. */
export function noticeOfNewPlaces(
  { id: tokenId, businessId }: Pick<TokenRecord, 'id' | 'businessId'>,
  before: UnconfirmedPlaces | undefined,
  after: UnconfirmedPlaces | undefined,
): NoticeRecord | undefined {
  if (!after || after.since === before?.since) return undefined
  const id = noticeId('token_new_place', tokenId)
  return { id, businessId, kind: 'token_new_place', tokenId, at: after.since, since: null }
}

/** Returns a place that an Admin has confirmed. */
export function withConfirmation({ unconfirmed: _confirmed, ...place }: PlaceRecord): PlaceRecord {
  return place
}

/**
 * Returns the numbers of a token's places after a confirmation.
 *
 * @param left the places that are still not confirmed, in the order of their first use.
 */
export function placesAfterConfirmation(
  { unconfirmed: _confirmed, ...summary }: PlacesSummary,
  left: readonly PlaceRecord[],
): PlacesSummary {
  return left.reduce(withNewPlace, summary)
}
