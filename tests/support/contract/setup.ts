import { randomUUID } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import path from 'node:path'

import { afterAll, afterEach, expect } from 'vitest'

import { seenPairs, takeMismatches } from './seen.ts'

// Requests are wrong on purpose in many tests; an answer that does not fit the contract is a fault in each.
afterEach(() => {
  expect(takeMismatches('answer')).toEqual([])
})
afterAll(reportSeen)

/** Adds what was seen to the report, where one is made: tools/contractCoverage.ts says in which form. */
function reportSeen(): void {
  const folder = process.env.CONTRACT_COVERAGE
  if (folder === undefined) return
  writeFileSync(path.join(folder, `${randomUUID()}.json`), JSON.stringify(seenPairs()))
}
