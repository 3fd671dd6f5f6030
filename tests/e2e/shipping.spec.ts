import { expect, pagesIn, test } from '#src/kit/playwright.ts'

import { addToken, logIn } from './loginPageSteps.ts'

/** The token of the help article's example. */
const shipFast = {
  description: 'Updates shipping details',
  features: { 'Sales Orders': 'Full Access' },
} as const

test("shows tracking data from the help article's shipping application in the ticket", async ({
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

  // The agent keeps the ticket open, and sees the update.
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
  await expect(ticketPage.tracking).toContainText('Sent by ShipFast, just now')
  await expect(ticketPage.order).toContainText('Shipped')
})

test.describe('for an Admin', () => {
  test.use({ as: 'admin' })

  test('forgets the key when the user leaves the shipping application', async ({
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
})
