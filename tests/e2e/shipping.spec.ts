import { expect, pagesIn, test } from '../kit/playwright.ts'
import { addToken, logIn } from './byHand.ts'

/** The token of the help article's example. */
const shipFast = {
  description: 'Updates shipping details',
  features: { 'Sales Orders': 'Full Access' },
} as const

test("the help article's example: a shipping application sends tracking, and the agent finds it in the ticket", async ({
  page,
  context,
  header,
  loginPage,
  ticketListPage,
  ticketPage,
}) => {
  await logIn(page, 'Admin, Professional')
  const key = await addToken(page, shipFast)
  await header.logOut()

  // The agent has the ticket open all the time, and sees what comes.
  await loginPage.logInAs('Agent, Professional')
  await header.goToTickets()
  await ticketListPage.openTicket('Where is my order?')
  await expect(ticketPage.heading).toHaveText('Where is my order?')
  await expect(ticketPage.heading).toBeFocused()
  await expect(ticketPage.order).toContainText('NW-1001')
  await expect(ticketPage.order).toContainText('No tracking information yet')

  const { shippingApp } = pagesIn(await context.newPage())
  const shop = shippingApp.page
  await shippingApp.open()
  await shippingApp.connect(key)
  await expect(shippingApp.status).toContainText('Connected as Alex Morgan')
  await expect(shop.getByRole('banner')).toContainText('ShipFast')
  await expect(shop.getByRole('navigation')).toHaveCount(0)
  await expect(shippingApp.orders.getByRole('button', { name: /^Ship / })).toHaveText([
    'Ship NW-1001',
    'Ship NW-1002',
  ])
  await shippingApp.ship({ order: 'NW-1001' })
  await expect(shippingApp.status).toContainText('Sent')
  await expect(shippingApp.shipButton('NW-1001')).toHaveCount(0)

  const newest = shippingApp.requests.first()
  await expect(newest).toContainText('PUT /v1/sales-orders/1001')
  await expect(newest).toContainText('200')
  await newest.locator('summary').click()
  await expect(newest).toContainText('"tracking_carrier_name": "DHL"')
  await expect(newest).toContainText(`Bearer edesk_…${key.slice(-4)}`)
  expect(await shop.content()).not.toContain(key)

  await expect(ticketPage.tracking).toContainText('DHL')
  await expect(ticketPage.trackingLink('00340434161094042557')).toHaveAttribute(
    'href',
    /dhl\.com.*00340434161094042557$/,
  )
  await expect(ticketPage.tracking).toContainText('Sent by ShipFast, now')
  await expect(ticketPage.order).toContainText('Shipped')
})

test.describe('with a Read-only token', () => {
  test.use({ scenario: 'refused' })

  test('a Read-only key lists orders, and is refused in words where it sends', async ({
    demo,
    page,
    shippingApp,
    guards,
  }) => {
    guards.allowStatuses(403)
    await shippingApp.open()
    await shippingApp.connect(await demo.backend.keyOf('ShipFast'))
    await shippingApp.ship({ order: 'NW-1001' })
    await expect(shippingApp).toBeRefusedFor('Sales Orders')
    await expect(shippingApp.alert).toContainText('needs Full Access to Sales Orders')
    await expect(shippingApp.trackingNumber).toHaveValue('00340434161094042557')
    await expect(shippingApp.requests.first()).toContainText('403')
    const opened = page.waitForEvent('popup')
    await shippingApp.alert.getByRole('link', { name: 'API Tokens in eDesk' }).click()
    const { tokenListPage } = pagesIn(await opened)
    await expect(tokenListPage).toListToken({ name: 'ShipFast', access: 'Read-only' })
  })
})

test.describe('for an Admin', () => {
  test.use({ as: 'admin' })

  test('a key that eDesk does not know, and one whose token was deleted, are told in words', async ({
    demo,
    page,
    shippingApp,
    guards,
  }) => {
    guards.allowStatuses(403)
    await shippingApp.open()
    await shippingApp.connect(`edesk_${'a'.repeat(36)}`)
    await expect(shippingApp.alert).toContainText('does not know this key')
    await expect(page.getByRole('table')).toHaveCount(0)

    const { key } = await demo.backend.addToken(shipFast)
    await shippingApp.connect(key)
    await expect(shippingApp.status).toContainText('Connected as')
    const { tokenListPage } = await demo.as('admin', '/settings/api-tokens')
    await tokenListPage.deleteToken('ShipFast')
    await expect(tokenListPage.emptyNote).toBeVisible()
    await shippingApp.ship({ order: 'NW-1001' })
    await expect(shippingApp.alert).toContainText('does not know this key')
  })

  test('the key is gone when the shipping application is left and come back to', async ({
    demo,
    page,
    shippingApp,
  }) => {
    const { key } = await demo.backend.addToken(shipFast)
    await shippingApp.open()
    await shippingApp.connect(key)
    await expect(shippingApp.orders).toBeVisible()
    await page.goto('/tickets')
    await page.goBack()
    await expect(shippingApp.heading).toHaveText('Ship your eDesk orders')
    await expect(shippingApp.key).toHaveValue('')
    await expect(page.getByRole('table')).toHaveCount(0)
    await expect(page).toHaveLeftNoTraceOf(key)
  })

  test('an order is shipped by keyboard alone', async ({ demo, page, shippingApp }) => {
    const { key } = await demo.backend.addToken(shipFast)
    await shippingApp.open()
    await expect(shippingApp.heading).toBeVisible()

    const { keyboard } = page
    await keyboard.press('Tab')
    await expect(page.getByRole('link', { name: 'Skip to main content' })).toBeFocused()
    await keyboard.press('Enter')
    await keyboard.press('Tab')
    await expect(shippingApp.key).toBeFocused()
    await keyboard.insertText(key)
    await keyboard.press('Enter')
    await expect(shippingApp.status).toContainText('Connected as')
    const ship = shippingApp.shipButton('NW-1001')
    await expect(ship).toBeVisible()
    for (const _stop of ['Connect', 'Disconnect', 'Show the key', 'Refresh']) {
      await keyboard.press('Tab')
    }
    await keyboard.press('Tab')
    await expect(ship).toBeFocused()
    await keyboard.press('Space')
    await expect(shippingApp.carrier).toBeFocused()
    await keyboard.press('Enter')
    await keyboard.press('Escape')
    await keyboard.type('Royal')
    await expect(shippingApp.carrier).toHaveValue('Royal Mail')
    await keyboard.press('Tab')
    await keyboard.type('RM123456785GB')
    await keyboard.press('Enter')
    await expect(shippingApp.status).toContainText('Sent to eDesk: NW-1001 with Royal Mail')
    await expect(page.getByRole('heading', { name: 'Orders to ship' })).toBeFocused()
  })
})
