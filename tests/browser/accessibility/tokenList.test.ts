import { expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'

import { type MountOptions, openApp } from '#src/kit/vitest.ts'

import { expectAccessible } from '../expectAccessible.ts'

const table = page.getByRole('table', { name: 'API Tokens' })
const nameLinks = table.getByRole('link')

function openList(options: MountOptions = {}) {
  return openApp({ as: 'admin', at: '/settings/api-tokens', ...options })
}

it('has no accessibility violations: list, empty', async () => {
  await openList()
  await page.getByText('What is an API token?').click()
  await expectAccessible()
})

it('has no accessibility violations: list, loading', async () => {
  await openList({ faults: ['listTokens:never'] })
  await expect.poll(() => document.querySelector('[aria-busy=true]')).not.toBeNull()
  await expectAccessible()
})

it('has no accessibility violations: list, after a failure', async () => {
  await openList({ faults: ['listTokens:lost'] })
  await expect.element(page.getByRole('alert')).toBeVisible()
  await expectAccessible()
})

it('has no accessibility violations: list, with long names and descriptions', async () => {
  const { backend, wrapper } = await openList()
  await backend.addToken({
    description: 'Updates shipping details',
    access: 'Custom',
    features: { 'Sales Orders': 'Full Access' },
  })
  await backend.addToken({ name: 'x'.repeat(80), access: 'Full Access' })
  await wrapper.vm.$router.push('/settings/api-tokens?sort=name')
  await expect.poll(() => nameLinks.elements()).toHaveLength(2)
  await expectAccessible()
})

it('has no accessibility violations: list, with an open menu and an open dialog', async () => {
  await openList({ scenario: 'tokens' })
  await page.getByRole('button', { name: 'Actions for ShipFast' }).click()
  await expect.element(page.getByRole('menuitem').first()).toHaveFocus()
  await expectAccessible()
  await page.getByRole('menuitem', { name: 'Delete token' }).click()
  await expect.element(page.getByRole('dialog', { name: 'Delete ShipFast?' })).toBeVisible()
  await expectAccessible()
})

it('has no accessibility violations: list, with filters and a selection', async () => {
  await openList({ scenario: 'tokens', at: '/settings/api-tokens?search=s' })
  await expect.element(page.getByText(/^\d+ tokens$/).first()).toBeVisible()
  await page.getByRole('button', { name: 'Filters' }).click()
  await expect.element(page.getByRole('group', { name: 'Filters', exact: true })).toBeVisible()
  await expectAccessible()
  await table.getByRole('checkbox', { name: 'Select all' }).click()
  await expect.element(page.getByRole('toolbar', { name: 'Selected tokens' })).toBeVisible()
  await expectAccessible()
})

it('has no accessibility violations: list, without results', async () => {
  await openList({ scenario: 'tokens', at: '/settings/api-tokens?search=nobody+has+this' })
  await expect.element(page.getByText('No matching tokens').first()).toBeVisible()
  await expectAccessible()
})

it('has no accessibility violations: list, with the dialog that deletes the selected tokens', async () => {
  await openList({ scenario: 'tokens' })
  await table.getByRole('checkbox', { name: 'Select ShipFast' }).click()
  await page
    .getByRole('toolbar', { name: 'Selected tokens' })
    .getByRole('button', { name: 'Delete' })
    .click()
  await expect.element(page.getByRole('dialog', { name: 'Delete 1 token?' })).toBeVisible()
  await expectAccessible()
  await userEvent.keyboard('{Escape}')
})

it('has no accessibility violations: list, with right-to-left and very long names', async () => {
  await openList({ scenario: 'names' })
  await expect.element(page.getByRole('link', { name: 'متتبّع الشحنات' })).toBeVisible()
  // A very long description must not fill the window.
  for (const row of table.getByRole('row').elements()) {
    expect(row.getBoundingClientRect().height).toBeLessThan(400)
  }
  await expectAccessible()
})
