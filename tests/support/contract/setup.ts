import { randomUUID } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import path from 'node:path'

import { afterAll, afterEach, expect } from 'vitest'

import { recordedStatuses, takeMismatches } from './recordExchange.ts'

// Many tests send invalid requests on purpose. A response that violates the contract is always a bug.
afterEach(() => {
  expect(takeMismatches('answer')).toEqual([])
})
afterAll(reportSeen)

/** Writes the recorded operations for the coverage report of tools/run/contractCoverage.ts, if one is requested. */
function reportSeen(): void {
  const folder = process.env.CONTRACT_COVERAGE
  if (folder === undefined) return
  writeFileSync(path.join(folder, `${randomUUID()}.json`), JSON.stringify(recordedStatuses()))
}
