import { expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'

import { announceChange } from '#src/api/changeNotifications.ts'
import { openApp } from '#src/kit/vitest.ts'

import { replaceClipboard, workingClipboard } from '../support/clipboard.ts'
import { expectFitsWidth } from '../expectAccessible.ts'
import { copyKey, generateToken } from '../support/tokenForm.ts'
import { clickButton, expectHeading, expectStatus, fill } from '../support/userActions.ts'

it.each([
  ['markup', '<img src=x onerror="alert(1)">'],
  ['a template', '{{ 7 * 7 }} ${1} javascript:alert(1)'],
  ['quotes', '"quotes" & \'more\''],
  ['an emoji and three scripts', '👨‍👩‍👧‍👦 الشحن שילוח 配送'],
  ['80 letters without a space', 'x'.repeat(80)],
  ['80 families', '👨‍👩‍👧‍👦'.repeat(80)],
])('shows %s in a name as text on every page, on a phone', async (_kind, name) => {
  replaceClipboard(workingClipboard)
  await page.viewport(360, 740)
  await openApp({ as: 'admin', at: '/settings/api-tokens/new' })
  await generateToken({ name, description: name })
  await copyKey()
  expectFitsWidth()
  await clickButton('Return to Token List')
  const link = page.getByRole('table', { name: 'API Tokens' }).getByRole('link', { name })
  await expect.element(link).toBeVisible()
  expectFitsWidth()
  await clickButton(`Actions for ${name}`)
  await page.getByRole('menuitem', { name: 'Delete token' }).click()
  await expect.element(page.getByRole('dialog', { name: `Delete ${name}?` })).toBeVisible()
  expectFitsWidth()
  await userEvent.keyboard('{Escape}')
  await link.click()
  await expectHeading(name)
  expect(document.title).toBe(`${name} – eDesk`)
  expectFitsWidth()
  await clickButton('Edit')
  await fill('Token Description', 'changed')
  await clickButton('Save changes')
  await expectStatus(name)
})

it('isolates a name that reverses the text direction', async () => {
  const name = 'Ship\u202Etsaf'
  const { backend } = await openApp({ as: 'admin', at: '/settings/api-tokens' })
  await backend.addToken({ name })
  announceChange()
  const link = page.getByRole('table').getByRole('link', { name })
  await expect.element(link).toBeVisible()
  expect(link.element().querySelector('bdi')?.textContent).toBe(name)
  await page.getByRole('button', { name: /^Actions for/ }).click()
  await page.getByRole('menuitem', { name: 'Delete token' }).click()
  const title = page.getByRole('dialog').getByRole('heading')
  // The isolation ends before the question mark.
  await expect.element(title).toMatchTextContent(`\u2068${name}\u2069?`)
})
