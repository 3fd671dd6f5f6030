import type { RequestLogEntry } from '#src/mock/server/requestLog/requestLogEntry.ts'

type Direction = RequestLogEntry['mismatches'][number]['in']

const pairs = new Set<string>()
const mismatches: Record<Direction, string[]> = { request: [], answer: [] }

/** Records the operation, the status and the contract mismatches of a request. Pass it to a backend as `observe`. */
export function recordExchange({
  method,
  path: url,
  operation,
  status,
  ...rest
}: RequestLogEntry): void {
  if (operation !== null) pairs.add(`${operation} ${status}`)
  for (const mismatch of rest.mismatches) {
    mismatches[mismatch.in].push(`${method} ${url} ${status}: ${mismatch.detail}`)
  }
}

/** Returns the contract mismatches since the last call. */
export function takeMismatches(direction: Direction): string[] {
  return mismatches[direction].splice(0)
}

/** Returns the recorded operations with their statuses: "listTokens 200". */
export function recordedStatuses(): string[] {
  return [...pairs]
}
