import {
  countAddresses,
  didWork,
  noticeOfNewPlaces,
  withNewPlace,
  withNovelty,
  withoutSuccess,
} from '../domain/newPlaces.ts'
import { placeAfter, placeIdOf, placesAfter, placesOf, type UseOfPlace } from '../domain/places.ts'
import type {
  PlaceRecord,
  PlacesSummary,
  TokenRecord,
  TokenRequestRecord,
} from '../domain/records.ts'
import { applicationAddress } from './demoAddresses.ts'
import type { SeedData } from './seedData.ts'
import type { SimulatedRequest } from './simulatedRequest.ts'

interface PlacedRequest {
  request: Pick<SimulatedRequest, 'token' | 'at' | 'client' | 'address'>
  result: Pick<TokenRequestRecord, 'outcome' | 'reason'>
}

/** The requests from one address by one version of a program. */
interface Visit {
  use: UseOfPlace
  /** When the token worked for the first of them; undefined if it worked for none. */
  workedAt: string | undefined
}

/**
 * Adds the places that the requests of a token come from to a world, and the notice of new ones. There must be fewer than the
 * backend keeps.
 *
 * @param requests in the order of their times.
 * @returns the places in numbers, for the token.
 */
export function recordPlaces(
  world: Pick<SeedData, 'places' | 'notices'>,
  token: TokenRecord,
  requests: readonly PlacedRequest[],
): PlacesSummary {
  const places = new Map<string, PlaceRecord>()
  const successes = new Map<string, string>()
  let summary = placesOf({ lastUsedAt: null })
  for (const { use, workedAt } of visitsOf(requests)) {
    const id = placeIdOf(use)
    const known = places.get(id)
    const place = placeAfter(known, use)
    places.set(id, place)
    summary = placesAfter(summary, place, { isNew: !known })
    const earlier = successes.get(id)
    if (workedAt !== undefined && !(earlier !== undefined && earlier < workedAt))
      successes.set(id, workedAt)
  }
  const stored: PlaceRecord[] = []
  for (const [id, at] of [...successes].sort(([, one], [, other]) => (one < other ? -1 : 1))) {
    const place = places.get(id)
    if (place) stored.push(withNovelty(place, stored, token, at))
  }
  const others = [...places.values()].filter(({ id }) => !successes.has(id))
  world.places.push(...stored, ...others.map((place) => withoutSuccess(place, undefined)))
  summary = stored.reduce(withNewPlace, summary)
  const notice = noticeOfNewPlaces(token, undefined, summary.unconfirmed)
  if (notice) world.notices.push(notice)
  return { ...summary, addresses: countAddresses(stored) }
}

/** Adds up the requests from each place and version of a program, because to apply each one takes too long. The last one is last. */
function visitsOf(requests: readonly PlacedRequest[]): Visit[] {
  const groups = new Map<string, PlacedRequest[]>()
  for (const one of requests) {
    const key = `${one.request.address ?? ''} ${one.request.client ?? ''}`
    const group = groups.get(key)
    if (group) group.push(one)
    else groups.set(key, [one])
  }
  return [...groups.values()]
    .map(visitOf)
    .sort((one, other) => (one.use.lastAt < other.use.lastAt ? -1 : 1))
}

function visitOf(requests: readonly PlacedRequest[]): Visit {
  const [first, last] = [requests[0]?.request, requests.at(-1)?.request]
  if (!first || !last) throw new Error('A place has requests')
  const success = requests.find(({ result }) => didWork(result))
  const use = {
    tokenId: first.token.id,
    address: first.address ?? applicationAddress,
    client: first.client ?? null,
    firstAt: timeOf(first),
    lastAt: timeOf(last),
    requests: requests.length,
    refused: requests.filter(({ result }) => result.outcome === 'refused').length,
  }
  return { use, workedAt: success && timeOf(success.request) }
}

function timeOf({ at }: Pick<SimulatedRequest, 'at'>): string {
  return new Date(at).toISOString()
}
