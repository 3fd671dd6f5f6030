import '@testing-library/jest-dom/vitest'

import { configure } from '@testing-library/dom'
import { afterEach, beforeEach, expect, vi } from 'vitest'

import { polyfillJsdom } from '#src/kit/mount/jsdomPolyfills.ts'
import { onExchange } from '#src/kit/vitest.ts'
// Loaded now. Otherwise the first test with a request to `/v1` would wait until Vite has transformed its modules.
import '#src/mock/publicApi/publicApi.ts'

import { recordExchange, takeMismatches } from '../support/contract/recordExchange.ts'
import { timeFactor } from '../support/timeFactor.ts'
import { resetUser } from './userActions.ts'

configure({ asyncUtilTimeout: 3_000 * timeFactor })
polyfillJsdom()

// Each file starts on an empty page, although another one may have used the window.
localStorage.clear()
sessionStorage.clear()
history.replaceState(null, '', '/')
document.title = ''
document.body.replaceChildren()

// A warning or an error in the console fails the test, for example one from Vue, the router or Vuetify.
const consoleMessages: string[] = []
beforeEach(() => {
  resetUser()
  for (const kind of ['warn', 'error'] as const) {
    vi.spyOn(console, kind).mockImplementation((...args) => {
      consoleMessages.push(args.map(String).join(' '))
    })
  }
  return onExchange(recordExchange)
})
afterEach(() => {
  // Each mounted application adds the style sheet of its theme.
  document.adoptedStyleSheets = []
  expect(consoleMessages.splice(0)).toEqual([])
  // A page must never send a request that violates the contract.
  expect(takeMismatches('request')).toEqual([])
})
