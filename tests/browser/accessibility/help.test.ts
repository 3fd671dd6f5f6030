import { expect, it } from 'vitest'
import { page } from 'vitest/browser'

import { openApp } from '#src/kit/vitest.ts'

import { expectAccessible } from '../expectAccessible.ts'

it('has no accessibility violations: help pages', async () => {
  const { wrapper } = await openApp({ as: 'admin', at: '/help/getting-started' })
  const heading = page.getByRole('heading', { level: 1 })
  await expect.element(heading).toBeVisible()
  const first = heading.element().textContent
  await expectAccessible()
  await wrapper.vm.$router.push('/help/uses')
  await expect.element(heading).not.toHaveTextContent(first)
  await expectAccessible()
})

it('has no accessibility violations: API reference, with open operations', async () => {
  await openApp({ as: 'admin', at: '/help/api' })
  for (const summary of ['List tickets', 'Create a tag', 'Create a ticket']) {
    await page.getByText(summary).first().click()
  }
  await page.getByText('Validation errors').first().click()
  await expectAccessible()
})

it('has no accessibility violations: contents and search of the API reference on a phone', async () => {
  await page.viewport(360, 740)
  await openApp({ as: 'admin', at: '/help/api' })
  const contents = page.getByRole('navigation', { name: 'On this page' })
  await contents.getByRole('button', { name: 'Contents' }).click()
  await expect.element(contents.getByRole('link', { name: 'Tickets' })).toBeVisible()
  await expectAccessible()
  await contents.getByRole('searchbox').fill('tracking')
  await expect.element(contents.getByText('4 operations')).toBeVisible()
  await expectAccessible()
})
