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

// A warning of Vue, the router or Vuetify fails the test, and so does an error that is only in the console.
const said: string[] = []
beforeEach(() => {
  renewUser()
  for (const kind of ['warn', 'error'] as const) {
    vi.spyOn(console, kind).mockImplementation((...words) => {
      said.push(words.map(String).join(' '))
    })
  }
  return onExchange(seeExchange)
})
afterEach(() => {
  expect(said.splice(0)).toEqual([])
  // A page never sends what the contract does not allow.
  expect(takeMismatches('request')).toEqual([])
})
