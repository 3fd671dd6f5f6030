import type { Page } from '@playwright/test'

import {
  addToken,
  expect,
  expectAccessible,
  expectNoSidewaysScrolling,
  fillForm,
  generate,
  logIn,
  logOut,
  openForm,
  test,
} from './fixtures.ts'

/** Logged in as an Admin: generates the token of the help article's example. Gives its key. */
async function addShipFast(page: Page): Promise<string> {
  await openForm(page)
  await fillForm(page, { description: 'Updates shipping details', level: 'Custom' })
  await page
    .getByRole('radiogroup', { name: 'Sales Orders', exact: true })
    .getByRole('radio', { name: 'Full Access' })
    .check()
  const key = await generate(page)
  await page.getByRole('button', { name: 'Copy' }).click()
  await page.getByRole('button', { name: 'Return to Token List' }).click()
  return key
}

async function connect(page: Page, key: string): Promise<void> {
  await page.goto('/apps/shipping')
  await page.getByRole('textbox', { name: 'API key' }).fill(key)
  await page.getByRole('button', { name: 'Connect', exact: true }).click()
}

async function fillParcel(page: Page, order: string): Promise<void> {
  await page.getByRole('button', { name: `Ship ${order}` }).click()
  await page.getByRole('combobox', { name: 'Carrier' }).selectOption('DHL')
  await page.getByRole('textbox', { name: 'Tracking number' }).fill('00340434161094042557')
}

const send = (page: Page) => page.getByRole('button', { name: 'Send to eDesk' }).click()

const requests = (page: Page) =>
  page.getByRole('region', { name: 'Requests' }).getByRole('listitem')

test("the help article's example: a shipping application sends tracking, and the agent finds it in the ticket", async ({
  page,
  context,
}) => {
  await logIn(page, 'Admin, Professional')
  const key = await addShipFast(page)
  await logOut(page)

  // The agent has the ticket open all the time, and sees what comes.
  await logIn(page, 'Agent, Professional')
  await page.getByRole('table', { name: 'Tickets' }).getByText('Where is my order?').click()
  await expect(page.getByRole('heading', { name: 'Where is my order?' })).toBeFocused()
  const order = page.getByRole('region', { name: 'Order' })
  await expect(order).toContainText('NW-1001')
  await expect(order).toContainText('No tracking information yet')

  const shipFast = await context.newPage()
  await connect(shipFast, key)
  await expect(shipFast.getByRole('status')).toContainText('Connected as Alex Morgan')
  await expect(shipFast.getByRole('banner')).toContainText('ShipFast')
  await expect(shipFast.getByRole('navigation')).toHaveCount(0)
  const orders = shipFast.getByRole('table', { name: 'Orders to ship' })
  await expect(orders.getByRole('button', { name: /^Ship / })).toHaveText([
    'Ship NW-1001',
    'Ship NW-1002',
  ])
  await fillParcel(shipFast, 'NW-1001')
  await send(shipFast)
  await expect(shipFast.getByRole('status')).toContainText('Sent')
  await expect(shipFast.getByRole('button', { name: 'Ship NW-1001' })).toHaveCount(0)

  const newest = requests(shipFast).first()
  await expect(newest).toContainText('PUT /v1/sales-orders/1001')
  await expect(newest).toContainText('200')
  await newest.locator('summary').click()
  await expect(newest).toContainText('"tracking_carrier_name": "DHL"')
  await expect(newest).toContainText(`Bearer edesk_…${key.slice(-4)}`)
  expect(await shipFast.content()).not.toContain(key)

  const tracking = order.getByRole('list', { name: 'Tracking' }).getByRole('listitem')
  await expect(tracking).toContainText('DHL')
  await expect(tracking.getByRole('link', { name: '00340434161094042557' })).toHaveAttribute(
    'href',
    /dhl\.com.*00340434161094042557$/,
  )
  await expect(tracking).toContainText('Sent by ShipFast, now')
  await expect(order).toContainText('Shipped')
})

test('a Read-only key lists orders, and is refused in words where it sends', async ({
  page,
  guards,
}) => {
  guards.allowStatuses(403)
  await logIn(page, 'Admin, Professional')
  await connect(page, await addToken(page, { level: 'Read-only' }))
  await fillParcel(page, 'NW-1001')
  await send(page)
  const alert = page.getByRole('alert')
  await expect(alert).toContainText('needs Full Access to Sales Orders')
  await expect(page.getByRole('textbox', { name: 'Tracking number' })).toHaveValue(
    '00340434161094042557',
  )
  await expect(requests(page).first()).toContainText('403')
  const opened = page.waitForEvent('popup')
  await alert.getByRole('link', { name: 'API Tokens in eDesk' }).click()
  await expect((await opened).getByRole('heading', { level: 1, name: 'API Tokens' })).toBeVisible()
})

test('a key that eDesk does not know, and one whose token was deleted, are told in words', async ({
  page,
  guards,
}) => {
  guards.allowStatuses(403)
  await connect(page, `edesk_${'a'.repeat(36)}`)
  await expect(page.getByRole('alert')).toContainText('does not know this key')
  await expect(page.getByRole('table')).toHaveCount(0)

  await logIn(page, 'Admin, Professional')
  const key = await addShipFast(page)
  await connect(page, key)
  await expect(page.getByRole('status')).toContainText('Connected as')
  const admin = await page.context().newPage()
  await admin.goto('/settings/api-tokens')
  await admin.getByRole('button', { name: 'Actions for ShipFast' }).click()
  await admin.getByRole('menuitem', { name: 'Delete token' }).click()
  await admin.getByRole('dialog').getByRole('button', { name: 'Delete token' }).click()
  await expect(admin.getByText('No API tokens yet')).toBeVisible()
  await fillParcel(page, 'NW-1001')
  await send(page)
  await expect(page.getByRole('alert')).toContainText('does not know this key')
})

test('the key is gone when the shipping application is left and come back to', async ({ page }) => {
  await logIn(page, 'Admin, Professional')
  const key = await addShipFast(page)
  await connect(page, key)
  await expect(page.getByRole('table', { name: 'Orders to ship' })).toBeVisible()
  await page.goto('/tickets')
  await page.goBack()
  await expect(
    page.getByRole('heading', { level: 1, name: 'Ship your eDesk orders' }),
  ).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'API key' })).toHaveValue('')
  await expect(page.getByRole('table')).toHaveCount(0)
  const kept = await page.evaluate(() =>
    JSON.stringify([
      Object.entries(localStorage),
      Object.entries(sessionStorage),
      history.state,
      location.href,
    ]),
  )
  expect(kept).not.toContain(key)
})

test('an order is shipped by keyboard alone', async ({ page }) => {
  await logIn(page, 'Admin, Professional')
  const key = await addShipFast(page)
  await page.goto('/apps/shipping')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()

  const { keyboard } = page
  await keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Skip to main content' })).toBeFocused()
  await keyboard.press('Enter')
  await keyboard.press('Tab')
  await expect(page.getByRole('textbox', { name: 'API key' })).toBeFocused()
  await keyboard.insertText(key)
  await keyboard.press('Enter')
  await expect(page.getByRole('status')).toContainText('Connected as')
  const ship = page.getByRole('button', { name: 'Ship NW-1001' })
  await expect(ship).toBeVisible()
  for (const _stop of ['Connect', 'Disconnect', 'Show the key', 'Refresh']) {
    await keyboard.press('Tab')
  }
  await keyboard.press('Tab')
  await expect(ship).toBeFocused()
  await keyboard.press('Space')
  await expect(page.getByRole('combobox', { name: 'Carrier' })).toBeFocused()
  await keyboard.press('Enter')
  await keyboard.press('Escape')
  await keyboard.type('Royal')
  await expect(page.getByRole('combobox', { name: 'Carrier' })).toHaveValue('Royal Mail')
  await keyboard.press('Tab')
  await keyboard.type('RM123456785GB')
  await keyboard.press('Enter')
  await expect(page.getByRole('status')).toContainText('Sent to eDesk: NW-1001 with Royal Mail')
  await expect(page.getByRole('heading', { name: 'Orders to ship' })).toBeFocused()
})

/** The states of the shipping application, by name, with the way to it. */
const states: Record<string, (page: Page) => Promise<void>> = {
  'not connected': async (page) => {
    await page.goto('/apps/shipping')
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  },
  'an invalid key': async (page) => {
    await connect(page, 'nonsense')
    await expect(page.getByRole('alert')).toBeVisible()
  },
  'a form with errors': async (page) => {
    await logIn(page, 'Admin, Professional')
    await connect(page, await addToken(page, { level: 'Full Access' }))
    await page.getByRole('button', { name: 'Ship NW-1001' }).click()
    await send(page)
    await expect(page.getByText('Choose the carrier')).toBeVisible()
  },
  'a refusal, with its requests': async (page) => {
    await logIn(page, 'Admin, Professional')
    await connect(page, await addToken(page, { level: 'Read-only' }))
    await fillParcel(page, 'NW-1001')
    await send(page)
    await expect(page.getByRole('alert')).toBeVisible()
    for (const summary of await page.locator('summary').all()) await summary.click()
  },
  'a parcel sent': async (page) => {
    await logIn(page, 'Admin, Professional')
    await connect(page, await addToken(page, { level: 'Full Access' }))
    await fillParcel(page, 'NW-1001')
    await send(page)
    await expect(page.getByRole('status')).toContainText('Sent')
  },
  'the ticket with its tracking': async (page) => {
    await logIn(page, 'Admin, Professional')
    await connect(page, await addToken(page, { level: 'Full Access' }))
    await fillParcel(page, 'NW-1001')
    await send(page)
    await expect(page.getByRole('status')).toContainText('Sent')
    await page.goto('/tickets/1')
    await expect(page.getByText('Sent by ShipFast')).toBeVisible()
  },
}

for (const [name, reach] of Object.entries(states)) {
  test(`${name}: no fault that axe can find, wide and narrow, light and dark`, async ({
    page,
    guards,
  }) => {
    guards.allowStatuses(403)
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await reach(page)
    for (const width of [1280, 360]) {
      await page.setViewportSize({ width, height: 800 })
      await expectNoSidewaysScrolling(page)
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme })
        await expectAccessible(page)
      }
    }
  })
}
