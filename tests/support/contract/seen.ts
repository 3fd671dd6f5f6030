import type { Exchange } from '#src/mock/domain/records.ts'

type Place = Exchange['mismatches'][number]['in']

const pairs = new Set<string>()
const mismatches: Record<Place, string[]> = { request: [], answer: [] }

/** Looks at an exchange of any backend in a test: pass it as `observe`. */
export function seeExchange({ method, path: address, operation, status, ...rest }: Exchange): void {
  if (operation !== null) pairs.add(`${operation} ${status}`)
  for (const mismatch of rest.mismatches) {
    mismatches[mismatch.in].push(`${method} ${address} ${status}: ${mismatch.detail}`)
  }
}

/** What did not fit the contract since it was last asked for. */
export function takeMismatches(place: Place): string[] {
  return mismatches[place].splice(0)
}

/** The operations and statuses that were seen: "listTokens 200". */
export function seenPairs(): string[] {
  return [...pairs]
}
