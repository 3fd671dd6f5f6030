import { expect, it } from 'vitest'
import { page } from 'vitest/browser'

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

it('has no accessibility violations: activity page', async () => {
  await openApp({ ...dozenTokens, at: '/settings/api-tokens/activity' })
  const table = page.getByRole('table', { name: 'Activity' })
  await expect.element(table.getByText('Shop automations').first()).toBeVisible()
  await expectAccessible()
})
