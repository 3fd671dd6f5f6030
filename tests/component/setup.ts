import { configure } from '@testing-library/dom'
import { afterEach, beforeEach, expect, vi } from 'vitest'

import { takeMismatches } from '../contract/seen.ts'
import { fillJsdomGaps } from '../kit/mount/jsdomGaps.ts'

configure({ asyncUtilTimeout: 5_000 })
vi.setConfig({ testTimeout: 20_000 })
fillJsdomGaps()

// A warning of Vue, the router or Vuetify is a fault, and so is an error that only the console was told of.
const said: string[] = []
beforeEach(() => {
  for (const kind of ['warn', 'error'] as const) {
    vi.spyOn(console, kind).mockImplementation((...words) => {
      said.push(words.map(String).join(' '))
    })
  }
})
afterEach(() => {
  expect(said.splice(0)).toEqual([])
  // A page never sends what the contract does not allow.
  expect(takeMismatches('request')).toEqual([])
})
