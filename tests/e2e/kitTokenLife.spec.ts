import { expect, pagesIn, test } from '#src/kit/playwright.ts'

// The guide (docs/playwright-kit.md) shows the bodies of these tests. A unit test compares them.

test.use({ scenario: 'tokens', as: 'admin' })

test('demo', async ({ demo, page, tokenListPage }) => {
  await demo.open('/settings/api-tokens') // without a path: the scenario's first page
  const agent = await demo.as('agent', '/tickets') // or an email address; a second tab in the same world
  await expect(agent.ticketListPage.table).toBeVisible()

  await demo.clock.toNextExpiry() // when the next token expires
  await demo.clock.set('2027-01-01T00:00:00Z') // this tab's clock: backend and pages use it
  await demo.clock.advance('2h') // '30s', '5m', '2h', '7d', or milliseconds
  await demo.clock.pause() // the time stands still; set and advance still move it
  await demo.clock.resume()
  await demo.clock.now()

  const { id, key } = await demo.backend.addToken({ name: 'Parcel Post', access: 'Read-only' })
  await demo.backend.addToken({ name: 'Ledger', features: { Messages: 'Read Only' } })
  await demo.backend.addToken({ name: 'Short', expiresAt: '2027-12-01T00:00:00Z' }) // or null; the default is 90 days from now
  await demo.backend.addToken({ name: 'Office', addresses: ['203.0.113.0/24'] }) // works from these addresses only
  await demo.backend.tokens() // what the backend stores: never a key
  await demo.backend.token('ShipFast') // as the list has it, with its status
  await demo.backend.tokens({ status: 'paused' })
  await demo.backend.countTokens({ status: 'paused' }) // quick, also with 10,000 tokens
  await demo.backend.records('salesOrders')
  await demo.backend.send({ as: 'admin', method: 'POST', path: `/api/tokens/${id}/pause` })
  const answer = await demo.backend.callWith(key, 'GET', '/v1/whoami')
  await expect(answer).toBeRefusedAs('paused')
  await demo.backend.keyOf('ShipFast') // the key of a token that the scenario contains from the start

  await demo.faults.add('listTokens:503@1')
  await demo.faults.add('listTokens', 503, { nth: 2 }) // the same for the second call, as separate arguments
  await demo.faults.list()
  await page.reload()
  await expect(tokenListPage.alert).toBeVisible()
  await page.reload()
  await expect(tokenListPage.alert).toBeVisible()
  await demo.faults.clear()
  await demo.faults.set(['listTokens:late-200', '*:late-100@every-3'])
  await page.reload()
  await expect(tokenListPage).toListToken({ name: 'Ledger' })

  const requests = await demo.requests('whoami') // the last 3,000 changes and 300 reads
  expect(requests.at(-1)?.reason).toBe('paused')
  const { link, exact, reason } = await demo.link() // the query part of an address that restores the current state
  expect(exact, reason ?? '').toBe(true)
  await demo.open(`/settings/api-tokens?${link}`) // continues from such a link, on every backend
  await expect(tokenListPage).toListToken({ name: 'Ledger' })
  await demo.control.export() // everything else that window.edeskDemo has
  await demo.reset() // back to the scenario's beginning, in every tab
  expect(demo.headers).toBeDefined() // on the host, what puts a request of your own into the test's world
})

test('held calls', async ({ demo, tokenListPage }) => {
  await tokenListPage.open()
  const held = await demo.hold('deleteToken') // calls wait before they reach the backend
  const deletion = demo.waitForRequest('deleteToken') // before the action that causes it
  await tokenListPage.deleteToken('ShipFast')
  await held.release()
  await deletion // its entry in the request log
  await expect(tokenListPage).not.toListToken({ name: 'ShipFast' })
})

test('it expires', async ({ demo, tokenListPage, header }) => {
  const expiresAt = '2026-12-24T00:00:00Z'
  const { key } = await demo.backend.addToken({ name: 'Parcel Post', expiresAt })
  await demo.clock.set(expiresAt)
  const answer = await demo.backend.callWith(key, 'GET', '/v1/whoami')
  await expect(answer).toBeRefusedAs('expired')
  await tokenListPage.open()
  await expect(tokenListPage).toListToken({ name: 'Parcel Post', status: 'Expired' })
  await header.openNotices()
  await expect(header.notice('Parcel Post has expired')).toBeVisible()
})

test('it is replaced, and its old key is retired', async ({
  demo,
  tokenListPage,
  replaceTokenPage,
  tokenKeyPage,
}) => {
  await tokenListPage.open()
  await tokenListPage.replaceToken('ShipFast')
  await replaceTokenPage.keepOldKey('1 hour')
  await replaceTokenPage.generate()
  const newKey = await tokenKeyPage.key()
  await tokenKeyPage.copy()
  await tokenKeyPage.returnToList()
  await expect(tokenListPage.oldKeyRow('ShipFast')).toContainText('Old key')
  await tokenListPage.retireOldKey('ShipFast')
  await expect(tokenListPage.status).toContainText('The old key of ShipFast was retired')

  const oldKey = await demo.backend.keyOf('ShipFast')
  const refused = await demo.backend.callWith(oldKey, 'GET', '/v1/whoami')
  await expect(refused).toBeRefusedAs('unknown')
  expect(await demo.backend.callWith(newKey, 'GET', '/v1/whoami')).toMatchObject({ status: 200 })
})

test('it is paused, on the page or as preparation', async ({ demo, tokenListPage }) => {
  const { id } = await demo.backend.addToken({ name: 'Parcel Post' })
  await demo.backend.send({ as: 'admin', method: 'POST', path: `/api/tokens/${id}/pause` })
  await tokenListPage.open()
  await expect(tokenListPage).toListToken({ name: 'Parcel Post', status: 'Paused' })
  await tokenListPage.resumeToken('Parcel Post')
  await expect(tokenListPage).toListToken({ name: 'Parcel Post', status: 'Active' })
  await tokenListPage.pauseToken('Parcel Post')
  await expect(tokenListPage).toListToken({ name: 'Parcel Post', status: 'Paused' })
})

test('it is used from a new address', async ({ demo, tokenDetailsPage }) => {
  const { id } = await demo.backend.token('ShipFast')
  const key = await demo.backend.keyOf('ShipFast')
  const use = { key, method: 'GET', path: '/v1/whoami' }
  await demo.backend.send({ ...use, address: '203.0.113.7' })
  await tokenDetailsPage.open(id)
  await expect(tokenDetailsPage.newPlaceNote).toContainText('a new address, 203.0.113.7')
  await tokenDetailsPage.confirmPlace()
  await expect(tokenDetailsPage.newPlaceNote).toBeHidden()
  await demo.backend.send({ ...use, address: '203.0.113.8' })
  await tokenDetailsPage.open(id)
  await tokenDetailsPage.limitToEarlierAddresses()
  await expect(tokenDetailsPage.addresses).toHaveValue(/203\.0\.113\.7/)
  await tokenDetailsPage.save()
  const stranger = await demo.backend.send({ ...use, address: '203.0.113.8' })
  expect(stranger.status).toBe(403)
})

test('its key is found', async ({ demo, foundKeyPage, replaceTokenPage }) => {
  await foundKeyPage.open()
  await foundKeyPage.search(`Authorization: Bearer ${await demo.backend.keyOf('ShipFast')}`)
  await foundKeyPage.replaceLink('ShipFast').click()
  await expect(replaceTokenPage.heading).toContainText('ShipFast')
})

test('several are paused at once', async ({ tokenListPage }) => {
  await tokenListPage.open()
  await tokenListPage.select('ShipFast', 'LedgerLine')
  await tokenListPage.pauseSelected()
  await expect(tokenListPage.status).toContainText('2 tokens were paused')
})

test('its changes are in the activity', async ({ activityPage, tokenListPage }) => {
  await tokenListPage.open()
  await tokenListPage.pauseToken('ShipFast')
  await expect(tokenListPage).toListToken({ name: 'ShipFast', status: 'Paused' })
  await activityPage.open({ action: 'paused' }) // the values in the address: created, changed, shortened, replaced, paused, …
  await expect(activityPage.entriesOf('ShipFast')).toHaveCount(1)
})

test('advice is dismissed or followed', async ({ tokenAdvicePage, replaceTokenPage }) => {
  await tokenAdvicePage.open()
  await tokenAdvicePage.dismiss('LedgerLine')
  await expect(tokenAdvicePage.status).toContainText('dismissed for 90 days')
  await tokenAdvicePage.removeAccess('ShipFast')
  await expect(replaceTokenPage.heading).toContainText('ShipFast')
})

test('a link fills in the form', async ({ tokenFormPage }) => {
  await tokenFormPage.open({ name: 'Parcel Post', level: 'custom', sales_orders: 'all' })
  await expect(tokenFormPage.name).toHaveValue('Parcel Post')
  await expect(tokenFormPage.ignoredParameters).toContainText(['“sales_orders” can’t be “all”'])
})

test('guards', async ({ demo, browser, page, guards }) => {
  await demo.open('/login')
  guards.allow('console', /odd/) // matching findings, from within a test
  guards.allowStatuses(403, 422) // answers that browsers report as console errors
  guards.allow('unused-faults', /createToken/) // a fault that may affect no call
  const context = await browser.newContext()
  await guards.watch(context) // also watch a context that the test has created
  await page.evaluate(() => console.warn('something is odd'))
  expect(await guards.findings()).toEqual([]) // the findings so far that are not allowed
  await context.close()
})

test.describe('in German', () => {
  test.use({ lang: 'de' })

  test('a paused token is found, and then shown in French', async ({
    header,
    page,
    tokenListPage,
  }) => {
    await tokenListPage.open()
    await tokenListPage.pauseToken('ShipFast')
    await tokenListPage.filter('Status', 'Paused')
    await expect(tokenListPage).toListToken({ name: 'ShipFast', status: 'Paused' })
    await expect(tokenListPage.status).toContainText('ShipFast ist pausiert')

    await header.chooseLanguage('fr')
    const french = pagesIn(page)
    await french.tokenListPage.resumeToken('ShipFast')
    await expect(french.tokenListPage).not.toListToken({ name: 'ShipFast' })
  })
})

test.describe('with 10,000 tokens', () => {
  test.describe.configure({ timeout: 120_000 })
  test.use({ scenario: 'many' })

  test('a token is found by its name', async ({ demo, tokenListPage }) => {
    await tokenListPage.open()
    await tokenListPage.search('cork till')
    await expect(tokenListPage.resultCount).toHaveText('12 tokens')
    expect(await demo.backend.countTokens()).toBe(10_000)
  })
})
