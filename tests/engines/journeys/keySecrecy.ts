import { tracesInPage } from '../../kit/matchers/tracesInPage.ts'
import { expect, test } from '../fixtures.ts'
import type { Tab } from '../tab.ts'
import { generateToken, leaveWithoutCopying, logInAsAdmin } from './steps.ts'

test('the key is shown once: a second tab, Back and a reload do not bring it back, and nothing keeps it', async ({
  tab,
  newTab,
}) => {
  await logInAsAdmin(tab)
  const key = await generateToken(tab)
  const address = String(await tab.evaluate('location.pathname'))

  const second = await newTab()
  await second.open(address)
  await second.sees('heading', 'ShipFast')
  await second.reads('cannot be shown again')
  expect(await tracesOf(second, key)).toEqual([])
  // What one tab has made, another one shows.
  await second.open('/settings/api-tokens')
  await second.sees('link', 'ShipFast')

  await leaveWithoutCopying(tab)
  expect(await tracesOf(tab, key)).toEqual([])
  await tab.back()
  await tab.seesNo('textbox', 'API key')
  await tab.forward()
  await tab.sees('table', 'API Tokens')
  await tab.open(address)
  await tab.sees('heading', 'ShipFast')
  expect(await tracesOf(tab, key)).toEqual([])
})

test('the back/forward cache does not bring the key back', async ({ tab, engineName }) => {
  await logInAsAdmin(tab)
  const key = await generateToken(tab)
  // Otherwise the page asks whether to leave.
  await tab.click('button', 'Copy')
  await tab.sees('button', 'Copied')
  await tab.evaluate(`void addEventListener('pageshow', ({ persisted }) => {
    document.documentElement.dataset.restored = String(persisted)
  })`)
  await tab.open('/favicon.svg')
  await tab.back()
  await tab.sees('heading', 'ShipFast')
  await tab.seesNo('textbox', 'API key')
  expect(await tracesOf(tab, key)).toEqual([])
  // The others load the page again: Chromium has the cache only with a window (tests/e2e/key.spec.ts).
  const restored = await tab.evaluate(`document.documentElement.dataset.restored ?? 'no'`)
  if (engineName === 'webkit') expect(restored).toBe('true')
})

/** Where in the page, or in what the browser keeps for it, the key can be found. */
async function tracesOf(tab: Tab, key: string): Promise<string[]> {
  const traces = (await tab.evaluate(`(${tracesInPage.toString()})()`)) as [string, string][]
  return traces.flatMap(([place, text]) => (text.includes(key) ? [place] : []))
}
