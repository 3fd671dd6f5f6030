import { writeFile } from 'node:fs/promises'

import { expect, test, withScenarios } from '#src/kit/playwright.ts'

// What a test has in hand on every backend. The examples are in the guide.

test.describe('with calls', () => {
  test.use({ scenario: 'tokens', as: 'admin' })

  test('answers, holds and waits for calls', async ({ demo, guards, tokenListPage, page }) => {
    guards.allowStatuses(503)
    await tokenListPage.open()
    await expect(tokenListPage).toListToken({ name: 'ShipFast' })

    await demo.answer('getPlan', { status: 503 })
    expect(await page.evaluate(async () => (await fetch('/api/plan')).status)).toBe(503)
    await demo.answer('getPlan', null)
    expect(await page.evaluate(async () => (await fetch('/api/plan')).status)).toBe(200)

    const deletion = demo.waitForRequest('deleteToken', { timeout: 20_000 })
    const held = await demo.hold('deleteToken')
    await tokenListPage.deleteToken('ShipFast')
    await expect
      .poll(async () => (await demo.control.state()).affectedCalls)
      .toHaveProperty(['deleteToken:hold'])
    expect(await demo.backend.countTokens({ search: 'ShipFast' })).toBe(1)
    await held.release()
    expect(await deletion).toMatchObject({ operation: 'deleteToken', status: 204 })
    await expect(tokenListPage).not.toListToken({ name: 'ShipFast' })
    await expect(demo.waitForRequest('getPlan', { timeout: 200 })).rejects.toThrow(
      'There was no call of getPlan within 200 ms.',
    )
  })

  test('reports an answer and a hold that affected no call', async ({
    demo,
    guards,
    watchingGuards,
  }) => {
    await demo.answer('getTokenUsage', { status: 500 })
    await demo.hold('pauseToken')
    expect(await watchingGuards.faults.unused()).toEqual([
      expect.stringContaining('getTokenUsage:answer has affected no call'),
      expect.stringContaining('pauseToken:hold has affected no call'),
    ])
    guards.allow('unused-faults')
  })

  test('reads tokens as the list has them, by their names and statuses', async ({ demo }) => {
    const token = await demo.backend.token('ShipFast')
    expect(token).toMatchObject({ name: 'ShipFast', status: 'active' })
    const active = await demo.backend.tokens({ status: 'active' })
    expect(active.map(({ name }) => name)).toContain('ShipFast')
    expect(await demo.backend.countTokens({ status: 'active' })).toBe(active.length)
    await expect(demo.backend.token('Nobody')).rejects.toThrow(
      /has no token "Nobody"\. There are: .*"ShipFast"/,
    )
    const { body } = await demo.backend.send({ as: 'admin', method: 'GET', path: '/api/tokens' })
    expect(body.total).toBe(await demo.backend.countTokens())
    const ofTheKit = (await demo.requests('listTokens')).filter(({ path }) =>
      path.includes('pageSize=100'),
    )
    expect(ofTheKit).toEqual([])
  })

  test('lets any user work in a tab of their own', async ({ demo, tokenListPage }) => {
    await tokenListPage.open()
    const robin = await demo.as('robin.field@example.com', '/settings/api-tokens')
    await robin.tokenListPage.deleteToken('ShipFast')
    await expect(robin.tokenListPage).not.toListToken({ name: 'ShipFast' })
    await expect(tokenListPage).not.toListToken({ name: 'ShipFast' }, { timeout: 8_000 })
    const deletedBy = async () => (await demo.requests('deleteToken')).at(-1)?.by
    await expect.poll(deletedBy).toMatchObject({ name: 'Robin Field' })
    await expect(demo.as('robin@example.com')).rejects.toThrow(
      /is not a person\. Use one of: admin, agent, nobody, .*robin\.field@example\.com/,
    )
  })
})

test.describe('with a clock that stands still', () => {
  test.use({ scenario: 'tokens', as: 'robin.field@example.com', clock: 'still' })

  test('shows the same time in all tabs until the test moves it', async ({
    demo,
    tokenListPage,
  }) => {
    await tokenListPage.open()
    const time = await demo.clock.now()
    const agent = await demo.as('agent', '/tickets')
    expect(await agent.clock.now()).toBe(time)
    expect(await demo.clock.now()).toBe(time)
    await demo.clock.advance('1s')
    expect(Date.parse(await demo.clock.now()) - Date.parse(time)).toBe(1_000)
    await demo.clock.resume()
    await expect.poll(() => demo.clock.now()).not.toBe(time)
    await demo.clock.pause()
    expect(await demo.clock.now()).toBe(await demo.clock.now())
  })

  test('what is on the screen follows the clock and the data', async ({ demo, tokenListPage }) => {
    await tokenListPage.open()
    await demo.backend.addToken({ name: 'Parcel Post', expiresAt: '2026-12-24T00:00:00Z' })
    await expect(tokenListPage).toListToken({ name: 'Parcel Post' }, { timeout: 8_000 })
    await demo.clock.set('2026-12-24T12:00:00Z')
    await expect(tokenListPage).toListToken(
      { name: 'Parcel Post', status: 'Expired' },
      { timeout: 8_000 },
    )
  })
})

test.describe('from a link', () => {
  test.use({ from: '/?demo=tokens&demo.as=agent&demo.now=2027-01-31T12:00:00Z' })

  test('starts where the link leads', async ({ demo, ticketListPage }) => {
    await ticketListPage.open()
    await expect(ticketListPage.table).toBeVisible()
    expect(await demo.clock.now()).toMatch(/^2027-01-31T12/)
  })
})

test.describe('after a reset', () => {
  test.use({ scenario: 'tokens', as: 'admin' })

  test('a link restores what was there before', async ({ demo, tokenListPage }) => {
    await tokenListPage.open()
    await demo.backend.addToken({ name: 'Parcel Post' })
    const { link } = await demo.link()
    await demo.reset()
    await expect(demo.backend.token('Parcel Post')).rejects.toThrow('has no token "Parcel Post"')
    await demo.open(`/settings/api-tokens?${link}`)
    await expect(tokenListPage).toListToken({ name: 'Parcel Post' })
  })

  test('a link restores it in all tabs', async ({ demo, tokenListPage }) => {
    await tokenListPage.open()
    const robin = await demo.as('robin.field@example.com', '/settings/api-tokens')
    await demo.backend.addToken({ name: 'Parcel Post' })
    const { link } = await demo.link()
    await demo.reset()
    await expect(robin.tokenListPage).not.toListToken({ name: 'Parcel Post' })
    await demo.open(`/settings/api-tokens?${link}`)
    await expect(tokenListPage).toListToken({ name: 'Parcel Post' })
    await expect(robin.tokenListPage).toListToken({ name: 'Parcel Post' })
  })
})

const fromFile = test.extend<{ savedDemo: string }>({
  savedDemo: async ({ playwright: _ }, use) => use(test.info().outputPath('demo.json')),
  from: async ({ savedDemo }, use) => {
    const { createTestDemo } = await import('#src/mock/transports/testDemo.ts')
    const { control } = await createTestDemo({ link: 'demo=tokens&demo.as=admin' })
    await control.send({
      as: 'admin',
      method: 'POST',
      path: '/api/tokens',
      body: { name: 'Parcel Post', description: '', accessLevel: 'read_only' },
    })
    await writeFile(savedDemo, JSON.stringify(await control.export()))
    await use(savedDemo)
  },
})

fromFile('starts from an exported file', async ({ demo, tokenListPage }) => {
  await tokenListPage.open()
  await expect(tokenListPage).toListToken({ name: 'Parcel Post' })
  const agent = await demo.as('agent', '/tickets')
  await expect(agent.ticketListPage.table).toBeVisible()
})

const testOfMine = withScenarios({
  'one-paused': {
    scenario: 'empty',
    as: 'admin',
    async arrange({ backend, clock }) {
      const { id } = await backend.addToken({ name: 'Parcel Post' })
      await clock.advance('2d')
      await backend.send({ as: 'admin', method: 'POST', path: `/api/tokens/${id}/pause` })
    },
  },
})

testOfMine.describe('in a scenario of its own', () => {
  testOfMine.use({ scenario: 'one-paused' })

  testOfMine('a test begins with what the scenario has arranged', async ({ tokenListPage }) => {
    await tokenListPage.open()
    await expect(tokenListPage).toListToken({ name: 'Parcel Post', status: 'Paused' })
  })
})
