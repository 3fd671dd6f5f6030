import '#src/app/styles/styles.css'

import { configure } from '@testing-library/dom'
import { afterEach, beforeAll, beforeEach, expect, vi } from 'vitest'
import { commands, page } from 'vitest/browser'

import { findKeysInPage } from '#src/kit/guards/keysInPage.ts'
import { keyPattern } from '#src/shared/keyFormat.ts'
import { onExchange } from '#src/kit/vitest.ts'
// Loaded now, for the same reason as the pages below.
import '#src/mock/publicApi/publicApi.ts'

import { recordExchange, takeMismatches } from '../support/contract/recordExchange.ts'
import { timeFactor } from '../support/timeFactor.ts'

configure({ asyncUtilTimeout: 5_000 * timeFactor })

// Load all pages now. Otherwise the first test of each page would wait until Vite has served its modules.
const pages = import.meta.glob('../../src/features/**/*Page.vue')
beforeAll(async () => {
  await Promise.all(Object.values(pages).map((load) => load()))
}, 30_000 * timeFactor)

/** The labels of the fields that may contain a key. */
const keyFields = '^(?:API key|Text that contains a key)'

// A warning or an error in the console fails the test, as in the component tests.
const consoleMessages: string[] = []
/** An open menu has changed its size twice in a frame, because its texts and the window have changed. It is drawn in the next one. */
const harmless = /^Error: ResizeObserver loop completed with undelivered notifications/
beforeEach(() => {
  for (const kind of ['warn', 'error'] as const) {
    vi.spyOn(console, kind).mockImplementation((...args) => {
      const message = args.map(String).join(' ')
      if (!harmless.test(message)) consoleMessages.push(message)
    })
  }
  return onExchange(recordExchange)
})
afterEach(async () => {
  const keys = findKeysInPage({ form: keyPattern.source, keyFields })
  localStorage.clear()
  sessionStorage.clear()
  // Each mounted application adds the style sheet of its theme.
  document.adoptedStyleSheets = []
  await page.viewport(1280, 800)
  await commands.emulateMedia({ colorScheme: 'light', forcedColors: 'none' })
  expect(consoleMessages.splice(0)).toEqual([])
  expect(takeMismatches('answer')).toEqual([])
  expect(keys, 'places with a key').toEqual([])
})
