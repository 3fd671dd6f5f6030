import { expect, it } from 'vitest'
import { page } from 'vitest/browser'

import { openApp } from '#src/kit/vitest.ts'

import { expectAccessible } from '../expectAccessible.ts'

it('has no accessibility violations: advice page, selected and dismissed, and a replacement with prefilled access', async () => {
  await openApp({ scenario: 'tokens', as: 'admin', at: '/settings/api-tokens/advice' })
  const row = (name: string) => page.getByRole('listitem').filter({ hasText: name })
  await expect.element(row('Packing tables')).toMatchTextContent('Needs: Sales Orders (full)')
  await page.getByRole('checkbox', { name: 'Select Review requests' }).click()
  await expect.element(page.getByRole('toolbar', { name: 'Selected tokens' })).toBeVisible()
  await expectAccessible()
  await page.getByRole('button', { name: 'Dismiss for 90 days: Review requests' }).click()
  await page.getByRole('button', { name: 'Dismissed 1' }).click()
  await expect.element(row('Review requests')).toMatchTextContent('Unused · dismissed until')
  await expectAccessible()
  await page.getByRole('link', { name: 'Remove access from LedgerLine' }).click()
  await expect
    .element(page.getByRole('list', { name: 'What changes' }))
    .toMatchTextContent(/Loses: change Sales Orders and Contacts\.\s*Loses: read Channels\./)
  await expectAccessible()
})
