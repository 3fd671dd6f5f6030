import { spawn } from 'node:child_process'
import { once } from 'node:events'

import { expect, test as base } from '../kit/playwright.ts'
import { timeFactor } from '../support/timeFactor.ts'
import { addToken, logIn } from './byHand.ts'

/** The application as the HTTP host serves it, on a free port. */
async function withHost(options: string[], use: (url: string) => Promise<void>): Promise<void> {
  const host = spawn(process.execPath, ['tools/host.ts', ...options], {
    env: { ...process.env, PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [said] = (await once(host.stdout, 'data')) as [Buffer]
  await use(/http:\/\/localhost:\d+/.exec(said.toString())?.[0] ?? '')
  host.kill()
  await once(host, 'exit')
}

const test = base.extend({ baseURL: ({}, use) => withHost([], use) })
const testInAWorld = base.extend({ hostUrl: ({}, use) => withHost(['--worlds'], use) })

test('what is done in the page is seen by a program over HTTP, and the other way round', async ({
  page,
  request,
  tokenListPage,
}) => {
  await logIn(page, 'Admin, Professional')
  const key = await addToken(page, { access: 'Full Access' })
  const row = tokenListPage.row('ShipFast')
  await expect(row).toContainText('Never used')

  const headers = { Authorization: `Bearer ${key}` }
  const sent = await request.post('/v1/sales-orders-tracking-links/1001', {
    headers,
    data: { tracking_links: [{ tracking_link: 'https://www.example.com/track/CE1' }] },
  })
  expect(sent.status()).toBe(200)
  // A change that no page has made is seen the next time that the page asks by itself: every ten seconds.
  await expect(row).not.toContainText('Never used', { timeout: 15_000 * timeFactor })

  await page.goto('/tickets/1')
  const link = page.getByRole('link', { name: /track/i })
  await expect(link).toHaveAttribute('href', 'https://www.example.com/track/CE1')
  expect(await page.evaluate(() => document.cookie), 'no script sees the session').toBe('')
  const workers = () => navigator.serviceWorker.getRegistrations()
  expect(await page.evaluate(workers)).toEqual([])
})

testInAWorld.describe('on a host with worlds', () => {
  testInAWorld.use({
    backend: 'host',
    scenario: 'tokens',
    faults: ['listTokens:lost@1', 'createToken:lost-after-commit@1'],
    allow: { console: /ERR_/ },
  })

  testInAWorld(
    'an answer that gets lost is lost once: the browser sends nothing again by itself',
    async ({ page, demo, tokenFormPage }) => {
      await demo.open('/settings/api-tokens')
      await page.getByRole('button', { name: 'Retry' }).click()
      await page.getByRole('link', { name: 'Add a token' }).click()
      await tokenFormPage.fill({ name: 'Fresh', access: 'Read-only' })
      await page.getByRole('button', { name: 'Generate token' }).click()
      await expect(page.getByRole('alert')).toBeVisible()
      await page.getByRole('button', { name: 'Generate token' }).click()
      await expect(page.getByRole('heading', { name: 'Copy your API key' })).toBeVisible()
      const tokens = await demo.backend.tokens()
      expect(tokens.filter(({ name }) => name === 'Fresh')).toHaveLength(1)
      expect(await demo.requests('createToken')).toHaveLength(2)
    },
  )
})
