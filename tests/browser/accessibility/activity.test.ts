import { expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'

import { openApp } from '#src/kit/vitest.ts'

import { expectAccessible } from '../expectAccessible.ts'

const dozenTokens = { scenario: 'tokens', as: 'admin' } as const

it('has no accessibility violations: open notices', async () => {
  await openApp({ ...dozenTokens, at: '/settings' })
  await page
    .getByRole('banner')
    .getByRole('button', { name: /^Notices, \d+ unread/ })
    .click()
  const notice = page
    .getByRole('list', { name: 'Notices' })
    .getByRole('listitem')
    .filter({ hasText: 'Morning report expires' })
  await expect.element(notice).toMatchTextContent('Unread:')
  await expectAccessible()
})

it('has no accessibility violations: filters of the activity', async () => {
  await openApp({ ...dozenTokens, at: '/settings/api-tokens/activity?to=2026-10-31' })
  const filters = page.getByRole('group', { name: 'Filters' })
  await filters.getByLabelText('From').fill('2026-11-01')
  await expect.element(page.getByText(/^Choose 31 Oct 2026 or earlier/)).toBeVisible()
  await filters.getByRole('combobox', { name: 'Token' }).fill('shipf')
  const options = page.getByRole('listbox', { name: 'Token' }).getByRole('option')
  await expect.poll(() => options.elements().length).toBe(1)
  await userEvent.keyboard('{ArrowDown}')
  await expect.element(options.first()).toHaveAttribute('aria-selected', 'true')
  await expectAccessible()
})

it('has no accessibility violations: activity page', async () => {
  await openApp({ ...dozenTokens, at: '/settings/api-tokens/activity' })
  const table = page.getByRole('table', { name: 'Activity' })
  await expect.element(table.getByText('Shop automations').first()).toBeVisible()
  await expectAccessible()
})
