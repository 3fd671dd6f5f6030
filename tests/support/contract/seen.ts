import { randomUUID } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import path from 'node:path'

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

/** Adds what was seen to the report, where one is made: tools/contractCoverage.ts says in which form. */
export function reportSeen(): void {
  const folder = process.env.CONTRACT_COVERAGE
  if (folder === undefined) return
  writeFileSync(path.join(folder, `${randomUUID()}.json`), JSON.stringify([...pairs]))
}
