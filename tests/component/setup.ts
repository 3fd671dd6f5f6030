import '@testing-library/jest-dom/vitest'

import { configure } from '@testing-library/dom'
import { afterEach, beforeEach, expect, vi } from 'vitest'

import { fillJsdomGaps } from '../kit/mount/jsdomGaps.ts'
import { onExchange } from '../kit/vitest.ts'
import { seeExchange, takeMismatches } from '../support/contract/seen.ts'
import { timeFactor } from '../support/timeFactor.ts'
import { renewUser } from './userActions.ts'

configure({ asyncUtilTimeout: 3_000 * timeFactor })
fillJsdomGaps()

// A warning or an error in the console fails the test, for example one from Vue, the router or Vuetify.
const consoleMessages: string[] = []
beforeEach(() => {
  renewUser()
  for (const kind of ['warn', 'error'] as const) {
    vi.spyOn(console, kind).mockImplementation((...args) => {
      consoleMessages.push(args.map(String).join(' '))
    })
  }
  return onExchange(seeExchange)
})
afterEach(() => {
  expect(consoleMessages.splice(0)).toEqual([])
  // A page must never send a request that violates the contract.
  expect(takeMismatches('request')).toEqual([])
})
