import { expect, it } from 'vitest'
import { page } from 'vitest/browser'

import { openApp } from '#src/kit/vitest.ts'

import { expectAccessible } from '../expectAccessible.ts'

it('has no accessibility violations: rules, with tokens that break them, an error, and a form under rules', async () => {
  const { wrapper } = await openApp({ scenario: 'rules' })
  await expect.element(page.getByRole('heading', { level: 1, name: 'Rules' })).toBeVisible()
  await expect.element(page.getByRole('link', { name: /break this rule/ }).first()).toBeVisible()
  await expectAccessible({ forcedColors: true })
  await page.getByRole('textbox', { name: 'Tokens at most' }).fill('0')
  await page.getByRole('button', { name: 'Save rules' }).click()
  await expect
    .element(page.getByRole('textbox', { name: 'Tokens at most' }))
    .toHaveAttribute('aria-invalid', 'true')
  await expectAccessible()
  await page.getByRole('textbox', { name: 'Tokens at most' }).fill('10')
  await wrapper.vm.$router.push('/settings/api-tokens/new?level=full_access&expires=365')
  await expect.element(page.getByText('Changed to fit the rules of your business')).toBeVisible()
  await expectAccessible()
})
