import { expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'

import { demoTokenId } from '#src/mock/scenarios/demoIds.ts'
import { openApp } from '#src/kit/vitest.ts'

import { expectHeading } from './support/userActions.ts'

// What a page may need, so that a change that takes more of it is noticed.

const list = '/settings/api-tokens'

it('shows the first token in the upper 325 pixels of a phone, and the first three in whole', async () => {
  await page.viewport(360, 740)
  await openApp({ scenario: 'tokens' })
  const first = page.getByRole('link', { name: 'Packing tables' })
  await expect.element(first).toBeVisible()
  await expect.element(page.getByRole('button', { name: 'Failing 1' })).toBeVisible()
  await expect.element(page.getByRole('list', { name: 'Worth a look' })).toBeVisible()
  expect(first.element().getBoundingClientRect().top).toBeLessThanOrEqual(325)
  const third = page.getByRole('row').filter({ hasText: 'Morning report' })
  expect(third.element().getBoundingClientRect().bottom).toBeLessThanOrEqual(740)
})

it('shows eight tokens in a window of 1280 × 800 pixels', async () => {
  await page.viewport(1280, 800)
  await openApp({ scenario: 'tokens' })
  await expect.element(page.getByRole('link', { name: 'Packing tables' })).toBeVisible()
  const rows = page
    .getByRole('table', { name: 'API Tokens' })
    .getByRole('row')
    .elements()
    .filter((row) => row.querySelector('input[type="checkbox"]') && row.querySelector('a'))
  expect(rows.length).toBe(12)
  const shown = rows.filter((row) => row.getBoundingClientRect().bottom <= 800)
  expect(shown.length).toBeGreaterThanOrEqual(8)
})

it.each([
  { name: 'ShipFast', advice: 1 },
  { name: 'Packing tables', advice: 1 },
  { name: 'Reply drafts (trial)', advice: 0 },
  { name: 'Morning report', advice: 1 },
  { name: 'Stock levels', advice: 0 },
])('shows the overview of a token on 1400 pixels: $name', async ({ name, advice }) => {
  await page.viewport(1280, 800)
  await openApp({ scenario: 'tokens', at: `${list}/${demoTokenId('tokens', name)}` })
  await expectHeading(name)
  // The advice, the chart and the requests load last.
  await expect
    .poll(() => page.getByRole('region', { name: 'Advice' }).elements())
    .toHaveLength(advice)
  await expect.element(page.getByRole('table', { name: 'Requests' })).toBeVisible()
  await expect.element(page.getByRole('slider', { name: 'Day' })).toBeInTheDocument()
  expect(document.documentElement.scrollHeight).toBeLessThanOrEqual(1400)
})

it('has at most 75 tab stops from the first of 25 tokens to the next page', async () => {
  await page.viewport(1280, 800)
  await openApp({ scenario: 'many' })
  const table = page.getByRole('table', { name: 'API Tokens' })
  await expect.element(table).toBeVisible()
  table.element().querySelector<HTMLElement>('tbody a')?.focus()
  const next = page.getByRole('link', { name: 'Next' })
  await expect.element(next).toBeInTheDocument()
  let stops = 0
  while (document.activeElement !== next.element() && stops < 100) {
    await userEvent.keyboard('{Tab}')
    stops += 1
  }
  expect(stops).toBeLessThanOrEqual(75)
})
