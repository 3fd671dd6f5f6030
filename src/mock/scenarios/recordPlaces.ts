import { placeAfter, placesAfter, placesOf, type UseOfPlace } from '../domain/places.ts'
import type { PlaceRecord, PlacesSummary, TokenRequestRecord } from '../domain/records.ts'
import { applicationAddress } from './demoAddresses.ts'
import type { SeedData } from './seedData.ts'
import type { SimulatedRequest } from './simulatedRequest.ts'

interface PlacedRequest {
  request: Pick<SimulatedRequest, 'token' | 'at' | 'client' | 'address'>
  result: Pick<TokenRequestRecord, 'outcome'>
}

/**
 * Adds the places that the requests of a token come from to a world. There must be fewer than the backend keeps.
 *
 * @param requests in the order of their times.
 * @returns the places in numbers, for the token.
 */
export function recordPlaces(
  world: Pick<SeedData, 'places'>,
  requests: readonly PlacedRequest[],
): PlacesSummary {
  const places = new Map<string, PlaceRecord>()
  let summary = placesOf({})
  for (const use of usesOf(requests)) {
    const { id } = placeAfter(undefined, use)
    const known = places.get(id)
    const place = placeAfter(known, use)
    places.set(id, place)
    summary = placesAfter(summary, place, { isNew: !known })
  }
  world.places.push(...places.values())
  return summary
}

/** Adds up the requests from each place and version of a program, because to apply each one takes too long. The last one is last. */
function usesOf(requests: readonly PlacedRequest[]): UseOfPlace[] {
  const groups = new Map<string, PlacedRequest[]>()
  for (const one of requests) {
    const key = `${one.request.address ?? ''} ${one.request.client ?? ''}`
    const group = groups.get(key)
    if (group) group.push(one)
    else groups.set(key, [one])
  }
  return [...groups.values()]
    .map(useOfRequests)
    .sort((one, other) => (one.lastAt < other.lastAt ? -1 : 1))
}

function useOfRequests(requests: readonly PlacedRequest[]): UseOfPlace {
  const [first, last] = [requests[0]?.request, requests.at(-1)?.request]
  if (!first || !last) throw new Error('A place has requests')
  return {
    tokenId: first.token.id,
    address: first.address ?? applicationAddress,
    client: first.client ?? null,
    firstAt: new Date(first.at).toISOString(),
    lastAt: new Date(last.at).toISOString(),
    requests: requests.length,
    refused: requests.filter(({ result }) => result.outcome === 'refused').length,
  }
}
