import { expect, it } from 'vitest'
import { page } from 'vitest/browser'

import { openApp } from '#src/kit/vitest.ts'

import { expectAccessible, expectFitsWidth } from '../expectAccessible.ts'
import { replaceClipboard, workingClipboard } from '../support/clipboard.ts'
import { copyKey, generateToken, keyField } from '../support/tokenForm.ts'

const form = { as: 'admin', at: '/settings/api-tokens/new' } as const

it('has no accessibility violations: key page, before and after copying', async () => {
  replaceClipboard(workingClipboard)
  await openApp(form)
  await generateToken()
  await page.getByText('How to keep it safe').click()
  await expectAccessible()
  await copyKey()
  await expect.element(page.getByRole('status')).toMatchTextContent('Copied')
  await expectAccessible()
})

it('shows the whole key on a phone, without scrolling', async () => {
  await page.viewport(360, 740)
  await openApp(form)
  await generateToken()
  expectFitsWidth()
  const field = keyField.element()
  expect([field.scrollWidth - field.clientWidth, field.scrollHeight - field.clientHeight]).toEqual([
    0, 0,
  ])
})
