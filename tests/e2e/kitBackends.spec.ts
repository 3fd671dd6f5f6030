import { settlePage } from '#src/kit/demo/settlePage.ts'
import { expect, pagesIn, test } from '#src/kit/playwright.ts'

// What the kit promises on every backend: nothing is lost without a word.

test.describe('in a scenario with tokens', () => {
  test.use({ scenario: 'tokens', as: 'admin' })

  test('keeps the requests that were made just before a page was left', async ({
    demo,
    tokenListPage,
    page,
  }) => {
    const key = await demo.backend.keyOf('ShipFast')
    await demo.backend.callWith(key, 'GET', '/v1/whoami')
    await tokenListPage.open()
    expect(await demo.requests('whoami')).toHaveLength(1)

    await demo.backend.callWith(key, 'GET', '/v1/whoami')
    await page.reload()
    await demo.backend.callWith(key, 'GET', '/v1/whoami')
    await tokenListPage.open()
    expect(await demo.requests('whoami')).toHaveLength(3)

    const other = await demo.as('admin', '/tickets')
    await other.page.evaluate(async () => (await fetch('/api/plan')).text())
    await other.page.close()
    await expect.poll(async () => (await demo.requests('getPlan')).length).toBe(1)
  })

  test('restores by a link what was done days apart', async ({ demo, page, tokenListPage }) => {
    await demo.backend.addToken({ name: 'First' })
    await demo.clock.advance('14d')
    await demo.backend.addToken({ name: 'Second' })
    await demo.clock.set('2027-01-31T12:00:00Z')
    await demo.backend.addToken({ name: 'Third' })
    const before = await demo.backend.tokens()
    const { link, exact, reason } = await demo.link()
    expect({ exact, reason }).toEqual({ exact: true, reason: null })

    await demo.control.open(link)
    expect(await demo.backend.tokens()).toEqual(before)
    await tokenListPage.open()
    await expect(tokenListPage).toListToken({ name: 'Second' })

    await tokenListPage.deleteToken('Second')
    await expect(tokenListPage).not.toListToken({ name: 'Second' })
    await demo.open(`/settings/api-tokens?sort=name&${link}`)
    await expect(page).toHaveURL('/settings/api-tokens?sort=name')
    await expect(tokenListPage).toListToken({ name: 'Second' })
  })

  test('reports faults that have affected no call, and expects the errors of the others', async ({
    demo,
    tokenListPage,
    page,
    guards,
    watchingGuards,
  }) => {
    await demo.faults.add('pauseToken:503@5')
    await demo.faults.add('listTokens:lost-after-commit@1')
    await tokenListPage.open()
    await expect(tokenListPage.alert).toBeVisible()
    await demo.open('/settings/api-tokens?demo.fault=replaceToken:503#top')
    await demo.reset()
    await demo.faults.set(['listTokens:late-600000'])
    await page.reload({ waitUntil: 'commit' })
    await expect
      .poll(async () => (await demo.control.state()).affectedCalls)
      .toHaveProperty(['listTokens:late-600000@always'])
    expect(await watchingGuards.faults.unused()).toEqual([
      expect.stringMatching(/^pauseToken:503@5 has affected no call\. .*listTokens \(\d+\)/),
      expect.stringMatching(/^replaceToken:503@always has affected no call/),
    ])
    expect(await guards.findings()).toEqual([])
    guards.allow('unused-faults', /pauseToken|replaceToken/)
  })

  test('keeps a fault for the calls after it, not for what the page refetches after earlier changes', async ({
    demo,
    page,
    tokenListPage,
  }) => {
    await tokenListPage.open()
    await demo.backend.addToken({ name: 'Parcel Post' })
    await demo.faults.add('listTokens:503@1')
    await settlePage(page)
    expect((await demo.control.state()).affectedCalls).toEqual({})
    await expect(tokenListPage).toListToken({ name: 'Parcel Post' })
    await page.reload()
    await expect(tokenListPage.alert).toBeVisible()
  })

  test('says why a key is refused by one word', async ({ demo }) => {
    await demo.backend.callWith('edesk_mistyped', 'GET', '/v1/whoami')
    expect((await demo.requests('whoami')).at(-1)).toMatchObject({ status: 403, reason: 'unknown' })
  })
})

test.describe('with headers of its own', () => {
  test.use({ scenario: 'tokens', as: 'admin', extraHTTPHeaders: { 'X-Mine': 'yes' } })

  test('a test stays in its world', async ({
    demo,
    page,
    context,
    request,
    tokenListPage,
    backend,
  }) => {
    const sent = page.waitForRequest('**/settings/api-tokens*')
    await tokenListPage.open()
    expect(await (await sent).headerValue('X-Mine')).toBe('yes')
    await expect(tokenListPage).toListToken({ name: 'ShipFast' })
    if (backend !== 'host') return

    const answer = await request.get('/api/session')
    expect(await answer.json()).toMatchObject({ session: { user: { email: 'admin@example.com' } } })
    const agent = await demo.as('agent', '/tickets')
    await expect(agent.ticketListPage.table).toBeVisible()
    await context.setExtraHTTPHeaders({ 'X-Mine': 'only' })
    await expect(tokenListPage.open()).rejects.toThrow(
      /not in the test's world, .* no header X-Edesk-World/,
    )
    await context.setExtraHTTPHeaders({ 'X-Mine': 'only', ...demo.headers })
    await tokenListPage.open()
  })
})

test.describe('with ten thousand tokens', () => {
  test.use({ scenario: 'many', as: 'admin' })

  test('reads all records quickly, and finds traces of a key', async ({
    demo,
    page,
    tokenListPage,
    guards,
  }) => {
    guards.allow('keys')
    await tokenListPage.open()
    await expect(tokenListPage.table).toBeVisible()
    const start = performance.now()
    expect(await demo.backend.tokens()).toHaveLength(10_000)
    test.info().annotations.push({
      type: 'reading 10,000 tokens',
      description: `${Math.round(performance.now() - start)} ms`,
    })
    const key = `edesk_${'Ab3'.repeat(12)}`
    await expect(page).toHaveLeftNoTraceOf(key)
    await page.evaluate((text) => sessionStorage.setItem('kept', text), key)
    await expect(expect(page).toHaveLeftNoTraceOf(key)).rejects.toThrow('sessionStorage')
  })
})

test.describe('in a language', () => {
  test.use({ lang: 'de', locale: 'fr-FR', scenario: 'tokens', as: 'admin' })

  test('shows it in every tab and after a reload, until the user chooses another one', async ({
    context,
    demo,
    header,
    page,
    tokenListPage,
  }) => {
    await tokenListPage.open()
    await expect(tokenListPage.heading).toHaveText('API-Tokens')
    await page.reload()
    await expect(tokenListPage.heading).toHaveText('API-Tokens')
    const plan = await context.newPage()
    await plan.goto('/settings/plan')
    await expect(plan.locator('html')).toHaveAttribute('lang', 'de')
    await pagesIn(plan).planPage.moveTo('Enterprise')
    await expect(pagesIn(plan).planPage.status).toContainText('Enterprise')
    const agent = await demo.as('agent', '/tickets')
    await expect(agent.page.locator('html')).toHaveAttribute('lang', 'de')
    await expect(agent.ticketListPage.table).toBeVisible()

    await header.chooseLanguage('es')
    await expect(pagesIn(page).tokenListPage.table).toBeVisible()
    await page.reload()
    await expect(page.locator('html')).toHaveAttribute('lang', 'es')
  })
})

test.describe('without a language', () => {
  test.use({ locale: 'de-DE', scenario: 'tokens', as: 'admin' })

  test('is in English, whatever the browser prefers', async ({ page, tokenListPage }) => {
    await tokenListPage.open()
    await expect(page.locator('html')).toHaveAttribute('lang', 'en')
    await tokenListPage.filter('Status', 'Expiring soon')
    await expect(tokenListPage.resultCount).toBeVisible()
  })
})
