import { expect, it } from 'vitest'
import { page } from 'vitest/browser'

import { openApp } from '#src/kit/vitest.ts'

import { expectAccessible } from '../expectAccessible.ts'

it('has no accessibility violations: ticket list, and a ticket with an order', async () => {
  const { wrapper } = await openApp({ as: 'agent', at: '/tickets' })
  await expect.element(page.getByRole('table', { name: 'Tickets' })).toBeVisible()
  await expectAccessible()
  await wrapper.vm.$router.push('/tickets/3')
  await expect.element(page.getByRole('region', { name: 'Order' })).toBeVisible()
  await expectAccessible()
})

it('has no accessibility violations: ticket, with right-to-left names and tracking', async () => {
  await openApp({ scenario: 'names', as: 'agent', at: '/tickets/1' })
  await expect.element(page.getByText(/^Sent by/)).toBeVisible()
  await expectAccessible()
})
