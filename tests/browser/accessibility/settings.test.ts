import { expect, it } from 'vitest'
import { page } from 'vitest/browser'

import { openApp } from '#src/kit/vitest.ts'

import { expectAccessible } from '../expectAccessible.ts'

const tokens = '/settings/api-tokens'

it('has no accessibility violations: settings page and users page', async () => {
  const { wrapper } = await openApp({ as: 'admin', at: '/settings' })
  await expect.element(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible()
  await expectAccessible()
  await wrapper.vm.$router.push('/settings/users')
  await expect.element(page.getByRole('table', { name: 'Users' })).toBeVisible()
  await expectAccessible()
})

it('has no accessibility violations: plan page, and token pages on the Starter plan', async () => {
  const { wrapper } = await openApp({ scenario: 'starter', at: '/settings/plan' })
  await expect.element(page.getByRole('button', { name: 'Move to Professional' })).toBeVisible()
  await expectAccessible()
  await wrapper.vm.$router.push(tokens)
  await expect.element(page.getByRole('link', { name: 'See plans' })).toBeVisible()
  await expectAccessible()
})

it('has no accessibility violations: plan page, and the dialog about tokens that stop working', async () => {
  await openApp({ scenario: 'tokens', at: '/settings/plan' })
  await page.getByRole('button', { name: 'Move to Starter' }).click()
  const dialog = page.getByRole('dialog', { name: 'Move to Starter?' })
  await expect.element(dialog.getByText(/tokens stop working/)).toBeVisible()
  await expectAccessible()
})

it('has no accessibility violations: token page for an Agent, before and after the request for access', async () => {
  await openApp({ as: 'agent', at: tokens })
  const ask = page.getByRole('button', { name: 'Request Admin access' })
  await expect.element(ask).toBeVisible()
  await expectAccessible()
  await ask.click()
  await expect.element(page.getByText(/^You have requested/)).toBeVisible()
  await expectAccessible()
})
