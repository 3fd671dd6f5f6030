import { randomUUID } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import path from 'node:path'

import type { ReportedExchange } from './pageReporter.ts'

/** Writes the operations and statuses that a test has seen to a file for `tools/run/contractCoverage.ts`, if coverage is enabled. */
export function recordCoverage(exchanges: readonly ReportedExchange[]): void {
  const folder = process.env.CONTRACT_COVERAGE
  if (!folder) return
  const seen = exchanges.flatMap(({ operation, status }) =>
    operation === null || status === 0 ? [] : [`${operation} ${status}`],
  )
  if (seen.length === 0) return
  const file = path.join(folder, `kit-${randomUUID()}.json`)
  writeFileSync(file, JSON.stringify([...new Set(seen)]))
}
