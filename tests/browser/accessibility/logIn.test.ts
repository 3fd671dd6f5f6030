import { expect, it } from 'vitest'
import { page } from 'vitest/browser'

import { openApp } from '#src/kit/vitest.ts'

import { expectAccessible } from '../expectAccessible.ts'

it('has no accessibility violations: log-in page, with and without errors', async () => {
  await openApp({ as: 'nobody', at: '/login' })
  await expect
    .poll(() => page.getByRole('button', { name: /^Log in as / }).elements())
    .toHaveLength(3)
  await expectAccessible()
  await page.getByRole('button', { name: 'Log in' }).click()
  const email = page.getByRole('textbox', { name: 'Email' })
  await expect.element(email).toHaveAttribute('aria-invalid', 'true')
  await expectAccessible()
})

it('has no accessibility violations: page not found', async () => {
  await openApp({ as: 'nobody', at: '/nowhere', allow: { 'missing-pages': true } })
  await expect.element(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expectAccessible()
})
