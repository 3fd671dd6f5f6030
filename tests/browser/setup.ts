import '#src/app/styles.css'
import '#src/app/sharedParts.css'

import { afterEach, beforeEach, expect, vi } from 'vitest'
import { commands, page } from 'vitest/browser'

// A warning or an error in the console fails the test, as in the component tests.
const said: string[] = []
beforeEach(() => {
  for (const kind of ['warn', 'error'] as const) {
    vi.spyOn(console, kind).mockImplementation((...words) => {
      said.push(words.map(String).join(' '))
    })
  }
})
afterEach(async () => {
  localStorage.clear()
  sessionStorage.clear()
  await page.viewport(1280, 800)
  await commands.emulateMedia({ colorScheme: 'light', forcedColors: 'none' })
  expect(said.splice(0)).toEqual([])
})
