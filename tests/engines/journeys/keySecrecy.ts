import { findTraces } from '#src/kit/matchers/tracesInPage.ts'

import { expect, test } from '../fixtures.ts'
import type { Tab } from '../tab.ts'
import { generateToken, leaveWithoutCopying, logInAsAdmin } from './steps.ts'

test('shows the key only once: not in a second tab, after Back or after a reload, and stores it nowhere', async ({
  tab,
  newTab,
}) => {
  await logInAsAdmin(tab)
  const key = await generateToken(tab)
  const path = String(await tab.evaluate('location.pathname'))

  const second = await newTab()
  await second.open(path)
  await second.waitForElement('heading', 'ShipFast')
  await second.waitForText('cannot be shown again')
  expect(await tracesOf(second, key)).toEqual([])
  // The second tab shows the token that the first one created.
  await second.open('/settings/api-tokens')
  await second.waitForElement('link', 'ShipFast')

  await leaveWithoutCopying(tab)
  expect(await tracesOf(tab, key)).toEqual([])
  await tab.back()
  await tab.waitForNoElement('textbox', 'API key')
  await tab.forward()
  await tab.waitForElement('table', 'API Tokens')
  await tab.open(path)
  await tab.waitForElement('heading', 'ShipFast')
  expect(await tracesOf(tab, key)).toEqual([])
})

test('does not restore the key from the back/forward cache', async ({ tab, engineName }) => {
  await logInAsAdmin(tab)
  const key = await generateToken(tab)
  // Without this, the page would ask for confirmation before leaving.
  await tab.click('button', 'Copy')
  await tab.waitForElement('button', 'Copied')
  await tab.evaluate(`void addEventListener('pageshow', ({ persisted }) => {
    document.documentElement.dataset.restored = String(persisted)
  })`)
  await tab.open('/favicon.svg')
  await tab.back()
  await tab.waitForElement('heading', 'ShipFast')
  await tab.waitForNoElement('textbox', 'API key')
  expect(await tracesOf(tab, key)).toEqual([])
  // The other engines reload the page: headless Chromium has no such cache (tests/e2e/key.spec.ts).
  const restored = await tab.evaluate(`document.documentElement.dataset.restored ?? 'no'`)
  if (engineName === 'webkit') expect(restored).toBe('true')
})

/** Returns where the key is found: in the page or in its storage. */
async function tracesOf(tab: Tab, key: string): Promise<string[]> {
  return (await tab.evaluate(`(${findTraces.toString()})(['${key}'])`)) as string[]
}
