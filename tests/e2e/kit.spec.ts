import { expect, test } from '../kit/playwright.ts'

// What the kit for Playwright can do beyond what the other tests use of it.

test.describe('in a scenario', () => {
  test.use({ scenario: 'just-connected', as: 'admin' })

  test('the page that a scenario begins with is open, its clock stands where the story begins, and its keys are known', async ({
    demo,
    tokenDetailsPage,
  }) => {
    await demo.open()
    await expect(tokenDetailsPage.heading).toHaveText('ShipFast')
    expect(await demo.clock.now()).toMatch(/^2026-11-24T09:00/)
    const { status } = await demo.backend.callWith(
      demo.backend.keyOf('ShipFast'),
      'GET',
      '/v1/whoami',
    )
    expect(status).toBe(200)
  })

  test('what is arranged before a page is open is there when it opens', async ({
    demo,
    tokenListPage,
  }) => {
    const { id } = await demo.backend.addToken({
      name: 'Ledgerly',
      features: { Messages: 'Read Only' },
    })
    await tokenListPage.open()
    await expect(tokenListPage).toListToken({ name: 'Ledgerly', access: 'Custom' })
    const tokens = await demo.backend.tokens()
    expect(tokens.find((token) => token.id === id)?.permissions.messages).toBe('read_only')
    await demo.reset()
    await expect(tokenListPage).not.toListToken({ name: 'Ledgerly' })
  })

  test('a second tab is in the same world as somebody else, and each tab has a clock and faults of its own', async ({
    demo,
    tokenListPage,
    guards,
  }) => {
    guards.allowStatuses(503)
    await tokenListPage.open()
    const agent = await demo.as('agent', '/tickets')
    await expect(agent.ticketListPage.table).toBeVisible()
    await agent.clock.set('2027-01-01T00:00:00Z')
    await agent.faults.add('getTicketView:503@1')
    expect(await demo.clock.now()).toMatch(/^2026-11-24/)
    expect(await demo.faults.list()).toEqual([])
    await agent.ticketPage.open(1)
    await expect(agent.ticketPage.alert).toBeVisible()
    await demo.backend.addToken({ name: 'Ledgerly' })
    await expect(tokenListPage).toListToken({ name: 'Ledgerly' })
  })
})

test.describe('with a view of its own', () => {
  test.use({
    scenario: 'tokens',
    now: '2026-12-31T23:59:50Z',
    latency: 200,
    faults: ['listTokens:503@1'],
  })

  test('the link of a test is followed: clock, latency and faults', async ({
    demo,
    tokenListPage,
    page,
  }) => {
    await tokenListPage.open()
    await expect(tokenListPage.alert).toBeVisible()
    await page.getByRole('button', { name: 'Retry' }).click()
    await expect(tokenListPage).toListToken({ name: 'ShipFast' })
    expect(await demo.clock.now()).toMatch(/^2027-01-01T00:00|^2026-12-31T23:59/)
    expect((await demo.requests('listTokens')).map(({ fault }) => fault)).toEqual([
      'listTokens:503@1',
      null,
    ])
    await demo.clock.advance('2h')
    expect(await demo.clock.now()).toMatch(/^2027-01-01T0[12]/)
    await demo.faults.clear()
    expect(await demo.faults.list()).toEqual([])
    const { link } = await demo.link()
    expect(link).toContain('demo=tokens')
  })
})

test('an address for reports names the scenario, and who', async ({ demo }, testInfo) => {
  await demo.open()
  expect(testInfo.annotations).toContainEqual({ type: 'scenario', description: 'empty' })
})
