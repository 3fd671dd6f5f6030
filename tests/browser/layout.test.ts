import { expect, it } from 'vitest'
import { page } from 'vitest/browser'

import { openApp } from '#src/kit/vitest.ts'
import { languages } from '#src/locales/languages.ts'
import { demoTokenId } from '#src/mock/scenarios/demoIds.ts'
import { showLanguage } from '#src/ui/lib/language.ts'

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

it('writes a dialog in the size of the page, also if it opens from a row with small text', async () => {
  await openApp({ scenario: 'tokens' })
  await page.getByRole('button', { name: 'Retire the old key' }).click()
  const text = page.getByText(/Applications that use the old key lose access/)
  await expect.element(text).toBeVisible()
  expect(getComputedStyle(text.element()).font).toBe(getComputedStyle(document.body).font)
})

it('has the tabs at the same place on each page about tokens', async () => {
  await page.viewport(1280, 800)
  await openApp({ scenario: 'tokens' })
  const tabs = page.getByRole('navigation', { name: 'API Tokens' })
  const tops = new Set<number>()
  for (const [tab, heading] of [
    ['Tokens', 'API Tokens'],
    ['Advice', 'Advice'],
    ['Activity', 'Activity'],
    ['Found a key?', 'Found a key?'],
    ['Rules', 'Rules'],
  ] as const) {
    await tabs.getByRole('link', { name: tab }).click()
    await expect
      .element(page.getByRole('heading', { level: 1, name: heading, exact: true }))
      .toBeVisible()
    tops.add(tabs.element().getBoundingClientRect().top)
  }
  expect([...tops]).toHaveLength(1)
})

it('shows the message of a form where its fields are', async () => {
  await page.viewport(1280, 800)
  await openApp({ scenario: 'storage-full' })
  const name = page.getByRole('textbox', { name: 'Token Name' })
  await name.fill('ShipFast EU')
  await page.getByRole('radio', { name: 'Read-only' }).click()
  await page.getByRole('button', { name: 'Generate token' }).click()
  const alert = page.getByRole('alert')
  await expect.element(alert).toMatchTextContent('There is no room left')
  const { left, right } = alert.element().getBoundingClientRect()
  const field = name.element().getBoundingClientRect()
  expect(field.left - left).toBeCloseTo(right - field.right, 0)
  expect(field.left).toBeGreaterThan(left)
  expect(field.left - left).toBeLessThan(60)
})

it('emphasises what an expired or a paused token needs', async () => {
  await openApp({
    scenario: 'tokens',
    at: `/settings/api-tokens/${demoTokenId('tokens', 'Reply drafts (trial)')}`,
  })
  const replace = page.getByRole('button', { name: 'Replace token' })
  await expect.element(replace).toBeVisible()
  const { backgroundColor } = getComputedStyle(replace.element())
  const settings = page.getByRole('navigation', { name: 'Settings' })
  await settings.getByRole('link', { name: 'API Tokens' }).click()
  const add = page.getByRole('link', { name: 'Add a token' })
  await expect.element(add).toBeVisible()
  expect(getComputedStyle(add.element()).backgroundColor).toBe(backgroundColor)
  await page.getByRole('link', { name: 'Shop automations' }).click()
  const resume = page.getByRole('button', { name: 'Resume token' })
  await expect.element(resume).toBeVisible()
  expect(getComputedStyle(resume.element()).backgroundColor).toBe(backgroundColor)
  expect(getComputedStyle(replace.element()).backgroundColor).not.toBe(backgroundColor)
})

it('folds the filters of the activity on a phone', async () => {
  await page.viewport(360, 740)
  await openApp({ scenario: 'tokens', at: '/settings/api-tokens/activity' })
  const first = page.getByRole('row').nth(1)
  await expect.element(first).toBeVisible()
  expect(first.element().getBoundingClientRect().top).toBeLessThanOrEqual(320)
  const action = page.getByRole('combobox', { name: 'Action' })
  await expect.element(action).not.toBeInTheDocument()
  await page.getByRole('button', { name: 'Filters' }).click()
  await action.selectOptions('Paused')
  await expect.element(page.getByRole('row')).toHaveLength(2)
})

it('has no empty space above the overview of a token that needs nothing', async () => {
  await page.viewport(1280, 800)
  await openNewToken()
  const tabs = page.getByRole('navigation', { name: 'Token', exact: true })
  const general = page.getByRole('region', { name: 'General' })
  await expect.element(general).toBeVisible()
  const space =
    general.element().getBoundingClientRect().top - tabs.element().getBoundingClientRect().bottom
  expect(space).toBeCloseTo(16, 0)
})

it('has the header in one row on a phone, in each language', async () => {
  await page.viewport(360, 740)
  await openApp({ scenario: 'tokens', as: 'admin', at: '/settings' })
  const header = page.getByRole('banner')
  await expect.element(header).toBeVisible()
  const tall: string[] = []
  for (const language of languages) {
    await showLanguage(language)
    await expect.poll(() => document.documentElement.lang).toBe(language)
    if (header.element().getBoundingClientRect().height > 60) tall.push(language)
  }
  expect(tall).toEqual([])
})

it('ends the label of a cell on a phone as the language does', async () => {
  await page.viewport(360, 740)
  await openApp({ scenario: 'tokens', as: 'admin' })
  await showLanguage('fr')
  const labels = () =>
    Array.from(document.querySelectorAll('td[data-label]'), (cell) =>
      getComputedStyle(cell, '::before').content.replaceAll('"', ''),
    )
  await expect
    .poll(() => new Set(labels()))
    .toEqual(new Set(['Usage\u00a0: ', 'Expiration\u00a0: ']))
})
