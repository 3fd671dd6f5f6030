import { expect, test } from '#src/kit/playwright.ts'

test.describe('an Admin', () => {
  test.use({ scenario: 'empty', as: 'admin' })

  test('manages a token from creation to deletion', async ({
    demo,
    page,
    tokenListPage,
    tokenFormPage,
    tokenKeyPage,
  }) => {
    await tokenFormPage.open()
    await tokenFormPage.fill({
      name: 'ShipFast',
      features: { 'Sales Orders': 'Full Access' },
      expires: '7 days',
    })
    await tokenFormPage.generate()
    const key = await tokenKeyPage.key()
    await tokenKeyPage.copy()
    await tokenKeyPage.returnToList()
    await expect(tokenListPage).toListToken({
      name: 'ShipFast',
      access: 'Custom',
      lastUsed: 'Never used',
      expires: 'in 7 days',
    })
    await expect(page).toHaveLeftNoTraceOf(key)

    const orders = await demo.backend.callWith(key, 'GET', '/v1/sales-orders')
    expect(orders.status).toBe(200)
    const users = await demo.backend.callWith(key, 'GET', '/v1/users')
    await expect(users).toBeRefusedFor('Users')

    await demo.clock.toNextExpiry()
    const late = await demo.backend.callWith(key, 'GET', '/v1/sales-orders')
    await expect(late).toBeRefusedAs('expired')

    await tokenListPage.deleteToken('ShipFast')
    await expect(tokenListPage).not.toListToken({ name: 'ShipFast' })
    const afterwards = await demo.backend.callWith(key, 'GET', '/v1/sales-orders')
    await expect(afterwards).toBeRefusedAs('unknown')
  })

  test('creates only one token if the response is lost', async ({
    demo,
    tokenFormPage,
    tokenKeyPage,
  }) => {
    await tokenFormPage.open()
    await tokenFormPage.fill()
    await demo.faults.add('createToken:lost-after-commit@1')
    await tokenFormPage.generate()
    await expect(tokenFormPage.alert).toContainText('you won’t get a duplicate')
    await tokenFormPage.generate()
    await expect(tokenKeyPage.heading).toBeVisible()
    expect(await demo.requests('createToken')).toHaveLength(2)
    expect(await demo.backend.tokens()).toHaveLength(1)
  })

  test('deletes a token in one tab while an application uses it in another', async ({
    demo,
    shippingApp,
    guards,
  }) => {
    guards.allowStatuses(403)
    const { key } = await demo.backend.addToken({ features: { 'Sales Orders': 'Full Access' } })
    await shippingApp.open()
    await shippingApp.connect(key)
    await expect(shippingApp.status).toContainText('Connected as Alex Morgan')

    const { tokenListPage } = await demo.as('admin', '/settings/api-tokens')
    await tokenListPage.deleteToken('ShipFast')
    await expect(tokenListPage).not.toListToken({ name: 'ShipFast' })

    await shippingApp.ship({ order: 'NW-1001' })
    await expect(shippingApp.alert).toContainText('does not know this key')
  })
})

test.describe('an Agent', () => {
  test.use({ scenario: 'empty', as: 'agent' })

  test('requests access and gets it', async ({ demo, accessGate, tokenListPage }) => {
    await accessGate.open()
    await expect(accessGate.adminNeeded).toBeVisible()
    const answer = await demo.backend.send({ as: 'agent', method: 'GET', path: '/api/tokens' })
    expect(answer).toMatchObject({ status: 403, body: { type: '/problems/admin-required' } })

    await accessGate.requestAdminAccess()
    await expect(accessGate.status).toContainText('requested')
    const { usersPage } = await demo.as('admin', '/settings/users')
    await usersPage.grant('Sam Rivera')
    await expect(tokenListPage.emptyNote).toBeVisible()
  })
})
