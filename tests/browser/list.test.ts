import { expect, it } from 'vitest'
import { page } from 'vitest/browser'

import { openApp } from '../kit/vitest.ts'
import { expectAccessible } from './expectAccessible.ts'

const address = { as: 'admin', at: '/settings/api-tokens' } as const

it('is accessible without tokens', async () => {
  await openApp(address)
  await page.getByText('What is an API token?').click()
  await expectAccessible()
})

it('is accessible with tokens', async () => {
  await openApp({ ...address, scenario: 'tokens' })
  await expect.element(page.getByRole('table', { name: 'API Tokens' })).toBeVisible()
  await expectAccessible()
})

it('is accessible with an open menu', async () => {
  await openApp({ ...address, scenario: 'tokens' })
  await page.getByRole('button', { name: 'Actions for ShipFast' }).click()
  await expect.element(page.getByRole('menuitem').first()).toHaveFocus()
  await expectAccessible()
})
