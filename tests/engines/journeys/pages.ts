import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

import { expect, test } from '../fixtures.ts'
import { logInAsAdmin } from './steps.ts'

test('loads a page after others were left while loading, and never requests /favicon.ico', async ({
  tab,
  site,
}) => {
  await tab.open('/login')
  await logInAsAdmin(tab)
  for (let load = 1; load <= 8; load += 1) await tab.open(`/settings/api-tokens?search=${load}`)
  await tab.waitForText('No matching tokens')
  await tab.open('/settings/api-tokens')
  await tab.waitForText('No API tokens yet')
  expect(site.requestedPaths).not.toContain('/favicon.ico')
})

test('exports the token inventory as a file', async ({ tab, profile }) => {
  await tab.open('/settings/api-tokens?demo=tokens')
  await tab.waitForElement('table', 'API Tokens')
  await tab.click('button', 'Export CSV')
  // A browser may first write to a file with a temporary name.
  const saved = () => readdirSync(profile.downloads).find((name) => name.startsWith('api-tokens-'))
  await expect.poll(saved).toMatch(/\.csv$/)
  const file = path.join(profile.downloads, saved() ?? '')
  await expect.poll(() => readFileSync(file, 'utf8')).toContain('ShipFast')
})
