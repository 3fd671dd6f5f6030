import { stat } from 'node:fs/promises'

import { expect, test } from '#src/kit/playwright.ts'

import { startTestServer } from './testServer.ts'

// Playwright's own tools work on a backend, or the kit says at once what to use instead: the rows of the table in the guide.

test.use({ scenario: 'tokens', as: 'admin', extraHTTPHeaders: { 'X-Mine': 'yes' } })

test('routes, requests, waits and the network reach the backend, or say that they do not', async ({
  backend,
  context,
  demo,
  guards,
  page,
  request,
  tokenListPage,
}) => {
  guards.allowStatuses(503)
  guards.allow('console', /ERR_INTERNET_DISCONNECTED/)
  await tokenListPage.open()
  await expect(tokenListPage).toListToken({ name: 'ShipFast' })
  const key = await demo.backend.keyOf('ShipFast')
  const headers = { Authorization: `Bearer ${key}` }

  if (backend === 'host') {
    await page.route('**/api/plan', (route) => route.fulfill({ status: 503 }))
    expect(await page.evaluate(async () => (await fetch('/api/plan')).status)).toBe(503)
    expect((await request.get('/v1/whoami', { headers })).status()).toBe(200)
    expect((await page.request.get('/api/session')).status()).toBe(200)
    await context.setOffline(true)
    expect(await page.evaluate(() => fetch('/api/session').catch(() => 'lost'))).toBe('lost')
    await context.setOffline(false)
  } else {
    await expect(page.route('**/api/plan', () => undefined)).rejects.toThrow(
      /cannot intercept calls that the emulated backend answers .* demo\.answer\(/,
    )
    await expect(context.route(/\/v1\//, () => undefined)).rejects.toThrow('cannot intercept')
    await expect(request.get('/v1/whoami', { headers })).rejects.toThrow(
      /only serves files.* demo\.backend\.callWith\(/,
    )
    await expect(page.request.get('/api/session')).rejects.toThrow('only serves files')
    await expect(context.setOffline(true)).rejects.toThrow("demo.faults.set(['*:lost'])")
    guards.allow('tools', /only serves files/)
    expect((await request.get('/v1/whoami', { headers })).status()).toBe(404)
  }
  // With a service worker, its requests are not those of a page.
  await context.route('**/favicon.svg', (route) => route.fulfill({ body: 'mine' }))
  expect(await page.evaluate(async () => (await fetch('/favicon.svg')).text())).toBe('mine')

  const planned = () => page.evaluate(async () => (await fetch('/api/demo-accounts')).text())
  if (backend === 'page') {
    await expect(page.waitForResponse('**/api/demo-accounts')).rejects.toThrow(
      'demo.waitForRequest',
    )
    await expect(
      page.waitForRequest((one) => one.url().includes('/api/none'), { timeout: 100 }),
    ).rejects.toThrow('demo.waitForRequest')
    const calls = [
      page.waitForResponse((one) => one.url().endsWith('/api/demo-accounts') && one.ok()),
      page.waitForRequest((one) => one.url().endsWith('/api/demo-accounts')),
    ].map((waiting) => waiting.catch((error: unknown) => String(error)))
    await planned()
    for (const call of calls)
      expect(await call).toContain("demo.waitForRequest('listDemoAccounts')")
  } else {
    const response = page.waitForResponse('**/api/demo-accounts')
    const sent = page.waitForRequest('**/api/demo-accounts')
    await planned()
    expect((await response).status()).toBe(200)
    await sent
  }
  await expect(page.clock.setFixedTime('2027-01-01T00:00:00Z')).rejects.toThrow(
    /changes the time in pages only.* demo\.clock/,
  )
})

test('a saved state of the browser is not a start', async ({
  backend,
  browser,
  context,
  demo,
  demoUrl,
  tokenListPage,
}) => {
  await tokenListPage.open()
  await demo.backend.addToken({ name: 'Kept' })
  expect((await context.storageState()).origins.length).toBeLessThan(5)
  const { link } = await demo.link()
  const { checkStorageState } = await import('#src/kit/tools/checkTools.ts')
  const { origin } = new URL(demoUrl)
  const check = () =>
    checkStorageState(
      { origins: [{ origin }] },
      { backend, demoUrl, ownOrigins: [], isAllowed: () => false },
    )
  if (backend === 'host') check()
  else expect(check).toThrow('Use the option from')
  expect(link).toContain('demo.changes')
  expect(browser.isConnected()).toBe(true)
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 412, height: 839 }, hasTouch: true, isMobile: true })

  test('the same pages work', async ({ page, tokenListPage }) => {
    await tokenListPage.open()
    await expect(tokenListPage).toListToken({ name: 'ShipFast' })
    await expect(page).toFitViewportWidth()
  })
})

test('records a trace, and takes a screenshot', async ({
  context,
  page,
  demo,
  tokenListPage,
}, testInfo) => {
  const file = testInfo.outputPath('trace.zip')
  await context.tracing.start({ screenshots: true, snapshots: true })
  await tokenListPage.open()
  await demo.clock.advance('2h')
  await context.tracing.stop({ path: file })
  expect((await stat(file)).size).toBeGreaterThan(10_000)
  expect((await page.screenshot()).byteLength).toBeGreaterThan(1_000)
})

const testOfApplication = test.extend<{
  application: string
  another: Awaited<ReturnType<typeof startTestServer>>
}>({
  another: async ({ playwright: _ }, use) => {
    const server = await startTestServer((_request, response) => response.end())
    await use(server)
    await server.stop()
  },
  application: async ({ playwright: _ }, use) => {
    const server = await startTestServer((_request, response) => {
      response.setHeader('Content-Type', 'text/html').end('<h1>Orders</h1>')
    })
    await use(server.origin)
    await server.stop()
  },
  ownOrigins: async ({ application }, use) => use([application]),
})

testOfApplication(
  'an application of its own calls the backend, with the faults of the test, and the guards do not watch it',
  async ({ application, another, context, demo, demoUrl, guards }) => {
    // Also the time of the demo's tab: a jump while it loads would end the person's session.
    await context.clock.setFixedTime('2027-01-01T00:00:00Z')
    const { key } = await demo.backend.addToken({ name: 'Orders', access: 'Full Access' })
    const page = await context.newPage()
    await page.goto(`${application}/orders`)
    await page.evaluate((text) => localStorage.setItem('key', text), key)
    await page.evaluate(() => console.warn('my own warning'))

    const call = (method: string, path: string, body?: unknown) =>
      page.evaluate(
        async ([url, options]) => {
          const response = await fetch(url, options).catch(() => undefined)
          return response && { status: response.status, body: (await response.json()) as unknown }
        },
        [
          `${new URL(demoUrl).origin}${path}`,
          {
            method,
            headers: { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json' },
            ...(body === undefined ? {} : { body: JSON.stringify(body) }),
          },
        ] as const,
      )
    await demo.faults.set(['whoami:503@1', 'createTag:lost-after-commit@1'])
    expect(await call('GET', '/v1/whoami')).toMatchObject({ status: 503 })
    expect(await call('GET', '/v1/whoami')).toMatchObject({ status: 200 })
    await call('GET', '/v1/tickets/999999')
    await page.reload()
    expect(await call('GET', '/v1/tickets/999999')).toMatchObject({ status: 404 })
    expect(await call('POST', '/v1/tags', { name: 'Übergroß', tag_group_id: 1 })).toBeUndefined()
    expect(await call('GET', '/v1/tags?itemsPerPage=100')).toMatchObject({
      status: 200,
      body: { data: expect.arrayContaining([expect.objectContaining({ name: 'Übergroß' })]) },
    })
    expect((await demo.requests('whoami')).at(-1)?.by).toMatchObject({ name: 'Orders' })
    // A request without CORS, which has no header with its origin.
    const other = page.waitForEvent('requestfinished', (one) => one.url().includes('/picture.png'))
    await page.evaluate((origin) => (new Image().src = `${origin}/picture.png`), another.origin)
    await other
    expect(await guards.findings()).toEqual([])
  },
)
