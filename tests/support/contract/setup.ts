import { afterAll, afterEach, expect } from 'vitest'

import { reportSeen, takeMismatches } from './seen.ts'

// Requests are wrong on purpose in many tests; an answer that does not fit the contract is a fault in each.
afterEach(() => {
  expect(takeMismatches('answer')).toEqual([])
})
afterAll(reportSeen)
