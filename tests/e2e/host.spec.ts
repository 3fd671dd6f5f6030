import { spawn } from 'node:child_process'
import { once } from 'node:events'

import { expect, pagesIn, test as base } from '#src/kit/playwright.ts'

import { staticFiles } from '../../tools/serve/staticFiles.ts'
import { addToken, logIn } from './loginPageSteps.ts'
import { startTestServer } from './testServer.ts'

/** Runs the HTTP host on a free port while the test uses its URL. */
async function withHost(options: string[], use: (url: string) => Promise<void>): Promise<void> {
  const host = spawn(process.execPath, ['tools/serve/host.ts', ...options], {
    env: { ...process.env, PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [output] = (await once(host.stdout, 'data')) as [Buffer]
  await use(/http:\/\/localhost:\d+/.exec(output.toString())?.[0] ?? '')
  host.kill()
  await once(host, 'exit')
}

const test = base.extend({ baseURL: ({}, use) => withHost([], use) })
const worldTest = base.extend({ hostUrl: ({}, use) => withHost(['--worlds'], use) })

test('shares one backend between the page and HTTP clients', async ({
  page,
  request,
  tokenListPage,
  guards,
}) => {
  // The kit takes the host for a demo in the browser, which no such request would reach.
  guards.allow('tools')
  await logIn(page, 'Admin, Professional')
  const key = await addToken(page, { access: 'Full Access' })
  const row = tokenListPage.row('ShipFast')
  await expect(row).toContainText('Never used')

  const headers = { Authorization: `Bearer ${key}` }
  const response = await request.post('/v1/sales-orders-tracking-links/1001', {
    headers,
    data: { tracking_links: [{ tracking_link: 'https://www.example.com/track/CE1' }] },
  })
  expect(response.status()).toBe(200)
  await expect(row).not.toContainText('Never used')

  await page.goto('/tickets/1')
  const link = page.getByRole('link', { name: /track/i })
  await expect(link).toHaveAttribute('href', 'https://www.example.com/track/CE1')
  expect(await page.evaluate(() => document.cookie), 'no script can read the cookie').toBe('')
  const workers = () => navigator.serviceWorker.getRegistrations()
  expect(await page.evaluate(workers)).toEqual([])
})

test('shows at once what somebody else has changed, in each tab and with one stream', async ({
  browser,
  demoUrl,
}) => {
  const [alex, other] = [
    await browser.newContext({ baseURL: demoUrl }),
    await browser.newContext({ baseURL: demoUrl }),
  ]
  const [first, second] = [await alex.newPage(), await alex.newPage()]
  const streams: string[] = []
  alex.on('request', (request) => {
    if (request.url().endsWith('/api/changes')) streams.push(request.url())
  })
  const opened = alex.waitForEvent('response', (response) => response.url().endsWith('/changes'))
  await logIn(first, 'Admin, Professional', '/settings/api-tokens')
  expect((await opened).status()).toBe(200)
  await second.goto('/settings/api-tokens')
  await expect(pagesIn(second).tokenListPage.heading).toBeVisible()

  const page = await other.newPage()
  await logIn(page, 'Admin, Professional', '/settings/api-tokens')
  await addToken(page)
  // While a stream works, its page polls only once a minute.
  await expect(pagesIn(first).tokenListPage.row('ShipFast')).toBeVisible()
  await expect(pagesIn(second).tokenListPage.row('ShipFast')).toBeVisible()
  expect(streams).toHaveLength(1)
  await alex.close()
  await other.close()
})

test('keeps its users logged in beside the demo and another host on this machine', async ({
  browser,
  demoUrl,
}) => {
  // The guards would report requests to the other origins.
  const context = await browser.newContext({ baseURL: demoUrl })
  const page = await context.newPage()
  await logIn(page, 'Admin, Professional', '/settings/plan')
  const { headers } = await fetch(demoUrl)
  expect(headers.get('content-security-policy')).toContain("trusted-types 'none'")

  const demo = await startTestServer(staticFiles('dist/demo'))
  const demoPage = await context.newPage()
  await logIn(demoPage, 'Agent, Professional', `${demo.origin}/tickets`)
  await withHost([], async (otherHost) => {
    const otherPage = await context.newPage()
    await logIn(otherPage, 'Admin, Starter', `${otherHost}/settings/plan`)
    for (const [tab, name] of [
      [page, 'Alex Morgan'],
      [demoPage, 'Sam Rivera'],
      [otherPage, 'Sky Bennett'],
    ] as const) {
      await tab.reload()
      await expect(pagesIn(tab).header.accountMenu).toHaveAccessibleName(`Account of ${name}`)
    }
  })
  await context.close()
  await demo.stop()
})

worldTest.describe('on a host with worlds', () => {
  worldTest.use({
    backend: 'host',
    scenario: 'tokens',
    faults: ['listTokens:lost@1', 'createToken:lost-after-commit@1'],
    allow: { console: /ERR_/ },
  })

  worldTest(
    'loses each response only once: the browser does not retry requests by itself',
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
