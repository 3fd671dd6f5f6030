import { expect, it } from 'vitest'
import { page } from 'vitest/browser'

import { openApp } from '#src/kit/vitest.ts'

import { expectAccessible } from '../expectAccessible.ts'

it('has no accessibility violations: results of a search for keys', async () => {
  const { backend } = await openApp({ as: 'admin', at: '/settings/api-tokens/found' })
  const { key } = await backend.addToken({
    name: 'x'.repeat(80),
    access: 'Custom',
    features: { Tickets: 'Read Only' },
  })
  const mistyped = `${key.slice(0, -1)}${key.endsWith('a') ? 'b' : 'a'}`
  await page
    .getByRole('textbox', { name: 'Text that contains a key' })
    .fill(`${key} ${mistyped} edesk_Php1swTxY3452ZJBqvA6YaaedYzqcw1jRFVf`)
  await page.getByRole('button', { name: 'Look for keys' }).click()
  await expect.element(page.getByRole('heading', { level: 2, name: '2 keys found' })).toBeVisible()
  await expectAccessible()
})
