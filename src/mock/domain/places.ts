import { limits } from '#src/api/generated/values.ts'
import { programInWords, programOf } from '#src/shared/clientProgram.ts'
import { plainText, searchWords } from '#src/shared/foldText.ts'

import type {
  PlaceRecord,
  PlacesSummary,
  TokenRecord,
  TokenRequestRecord,
  UseInNumbers,
} from './records.ts'

/* A place is where a token is used from: an address and a program. Sums are stored of each, so that requests need not be counted. */

/** Requests of one token from one place. */
export type UseOfPlace = UseInNumbers & Pick<PlaceRecord, 'tokenId' | 'address' | 'client'>

/** Returns the id of the place that requests come from. */
export function placeIdOf({
  tokenId,
  address,
  client,
}: Pick<UseOfPlace, 'tokenId' | 'address' | 'client'>): string {
  // No address is empty, and neither is a program.
  return `${tokenId} ${address ?? ''} ${programOf(client) ?? ''}`
}

/** Returns the use that one request makes of its place. */
export function useOfRequest({
  tokenId,
  at,
  outcome,
  address = null,
  client = null,
}: Pick<TokenRequestRecord, 'tokenId' | 'at' | 'outcome' | 'address' | 'client'>): UseOfPlace {
  const refused = outcome === 'refused' ? 1 : 0
  return { tokenId, address, client, firstAt: at, lastAt: at, requests: 1, refused }
}

/**
 * Returns a place after it was used.
 *
 * @param place undefined if it is new.
 * @param use the later use: its `User-Agent` is the one that counts.
 */
export function placeAfter(place: PlaceRecord | undefined, use: UseOfPlace): PlaceRecord {
  const { tokenId, address, client } = use
  const program = programOf(client)
  return { ...place, id: placeIdOf(use), tokenId, address, program, client, ...sum(place, use) }
}

/** Returns the places of a token in numbers. Version 0.3.0 did not store them, so those of a used token may be unknown. */
export function placesOf({
  places,
  lastUsedAt,
}: Pick<TokenRecord, 'places' | 'lastUsedAt'>): PlacesSummary {
  const none = { kept: 0, last: null, rest: null }
  return places ?? (lastUsedAt === null ? { ...none, addresses: 0 } : none)
}

/** Whether a new place takes the room of the one that was not used for the longest time. */
export function isFull({ kept }: PlacesSummary): boolean {
  return kept >= limits.tokenPlaces
}

/**
 * Returns the places of a token in numbers, after one was used.
 *
 * @param change whether the place is new, and the one that is no longer kept.
 */
export function placesAfter(
  summary: PlacesSummary,
  { address, client }: Pick<PlaceRecord, 'address' | 'client'>,
  { isNew, dropped }: { isNew: boolean; dropped?: PlaceRecord | undefined },
): PlacesSummary {
  const last = { address, client }
  const { kept, rest } = summary
  if (!dropped) return { ...summary, kept: isNew ? kept + 1 : kept, last }
  const places = (rest?.places ?? 0) + 1
  const { addresses: _unknown, ...others } = summary
  return { ...others, last, rest: { places, ...sum(rest, dropped) } }
}

/** Returns the numbers of two uses together. */
function sum(one: UseInNumbers | null | undefined, other: UseInNumbers): UseInNumbers {
  const { firstAt, lastAt, requests, refused } = other
  if (!one) return { firstAt, lastAt, requests, refused }
  return {
    firstAt: one.firstAt < firstAt ? one.firstAt : firstAt,
    lastAt: one.lastAt > lastAt ? one.lastAt : lastAt,
    requests: one.requests + requests,
    refused: one.refused + refused,
  }
}

/** Returns a function that finds the places with all words of a search: in the address, and in the program's names and version. */
export function placeFilter(
  search: string,
): (place: Pick<PlaceRecord, 'address' | 'client'>) => boolean {
  const words = searchWords(search)
  return ({ address, client }) => {
    const program = programInWords(client)
    const names = program ? [program.kind, program.name, program.version] : []
    const text = plainText([address, client, ...names].join(' '))
    return words.every((word) => text.includes(word))
  }
}
