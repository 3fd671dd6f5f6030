import { expect, it } from 'vitest'
import { page } from 'vitest/browser'

import type { AccessLevel } from '#src/kit/access.ts'
import { openApp } from '#src/kit/vitest.ts'

import { expectAccessible } from '../expectAccessible.ts'
import { connect, ship } from '../support/shippingApp.ts'

const status = page.getByRole('status')
const alert = page.getByRole('alert')

/** Opens the shipping application and connects it with a new token. */
async function openConnected(access: AccessLevel) {
  const mounted = await openApp({ as: 'admin', at: '/apps/shipping' })
  const { key } = await mounted.backend.addToken({ access })
  await connect(key)
  await expect.element(status).toMatchTextContent('Connected as')
  return mounted
}

it('has no accessibility violations: shipping application, not connected and with an invalid key', async () => {
  await openApp({ as: 'admin', at: '/apps/shipping' })
  await expect
    .element(page.getByRole('heading', { level: 1, name: 'Ship your eDesk orders' }))
    .toBeVisible()
  await expectAccessible()
  await connect('nonsense')
  await expect.element(alert).toBeVisible()
  await expectAccessible()
})

it('has no accessibility violations: shipping application, with errors in the form', async () => {
  await openConnected('Full Access')
  await page.getByRole('button', { name: 'Ship NW-1001' }).click()
  await page.getByRole('button', { name: 'Send to eDesk' }).click()
  await expect.element(page.getByText('Choose a carrier.', { exact: true })).toBeVisible()
  await expectAccessible()
})

it('has no accessibility violations: shipping application, with a refusal and the request log', async () => {
  await openConnected('Read-only')
  await ship()
  await expect.element(alert).toMatchTextContent('needs Full Access to Sales Orders')
  for (const summary of document.querySelectorAll('summary')) summary.click()
  await expectAccessible()
})

it('has no accessibility violations: shipping application after a shipment, and the ticket that shows it', async () => {
  const { wrapper } = await openConnected('Full Access')
  await ship()
  await expect.element(status).toMatchTextContent('Sent')
  await expectAccessible()
  await wrapper.vm.$router.push('/tickets/1')
  await expect.element(page.getByText(/^Sent by ShipFast/)).toBeVisible()
  await expectAccessible()
})
