import { expect, it } from 'vitest'
import { page } from 'vitest/browser'

import { openApp } from '#src/kit/vitest.ts'

import { openNewToken } from './support/openNewToken.ts'

it('aligns the text of a dialog to its start, also if it opens from a table', async () => {
  await openApp({ as: 'admin', at: '/settings/users' })
  await page.getByRole('button', { name: 'Actions for Sam Rivera' }).click()
  await page.getByRole('menuitem', { name: 'Make Admin' }).click()
  const heading = page.getByRole('heading', { name: 'Make Sam Rivera an Admin?' })
  await expect.element(heading).toBeVisible()
  expect(getComputedStyle(heading.element()).textAlign).toBe('start')
})

it('keeps the names and the email addresses of Admins apart', async () => {
  await openApp({ as: 'agent', at: '/settings/api-tokens' })
  const admins = page.getByRole('region', { name: 'Admins of Northwind Home' })
  const left = (text: string) => admins.getByText(text).element().getBoundingClientRect()
  await expect.element(admins.getByText('Alex Morgan')).toBeVisible()
  expect(left('admin@example.com').left).toBeGreaterThan(left('Alex Morgan').right + 4)
})

it('has the actions of a token in one row on a phone', async () => {
  await page.viewport(360, 740)
  await openNewToken()
  const more = page.getByRole('button', { name: 'More actions' })
  const replace = page.getByRole('button', { name: 'Replace token' })
  await expect.element(more).toBeVisible()
  const middle = ({ top, bottom }: DOMRect) => (top + bottom) / 2
  expect(middle(more.element().getBoundingClientRect())).toBeCloseTo(
    middle(replace.element().getBoundingClientRect()),
    0,
  )
})
