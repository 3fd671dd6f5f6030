import { expect, it, onTestFinished } from 'vitest'
import { commands, page } from 'vitest/browser'

import { openApp } from '#src/kit/vitest.ts'

import { fillTokenForm, keyField, shownKey } from '../support/tokenForm.ts'
import { clickButton, expectHeading } from '../support/userActions.ts'

/** Shows the page as on A4 paper, from a browser with a dark theme. */
async function print(): Promise<void> {
  onTestFinished(() => commands.emulateMedia({ media: 'screen', colorScheme: 'light' }))
  await commands.emulateMedia({ media: 'print', colorScheme: 'dark' })
  await page.viewport(680, 1000)
}

function visible(selector: string): string[] {
  return [...document.querySelectorAll(selector)]
    .filter((element) => element.checkVisibility())
    .map((element) => element.outerHTML.slice(0, 120))
}

function colours(selector: string): { text: string; background: string } {
  const element = document.querySelector(selector)
  if (!element) throw new Error(`There is no ${selector}.`)
  const { color, backgroundColor } = getComputedStyle(element)
  return { text: color, background: backgroundColor }
}

const controls =
  'button:not(th button), form, label, input, select, textarea, nav, a[href="#main"], [role="toolbar"]'

it('prints the list as a table, black on white, without controls', async () => {
  await openApp({ scenario: 'tokens' })
  await expectHeading('API Tokens')
  await page
    .getByRole('checkbox', { name: /^Select / })
    .nth(1)
    .click()
  await expect.element(page.getByRole('toolbar', { name: 'Selected tokens' })).toBeInTheDocument()
  await print()
  expect(colours('body')).toEqual({ text: 'rgb(0, 0, 0)', background: 'rgb(255, 255, 255)' })
  expect(colours('table a').text).toBe('rgb(0, 0, 0)')
  expect(visible(controls)).toEqual([])

  const style = (selector: string) => {
    const element = document.querySelector(selector)
    if (!element) throw new Error(`There is no ${selector}.`)
    return getComputedStyle(element)
  }
  expect(style('table').display).toBe('table')
  // Browsers repeat it on each page.
  expect(style('thead').display).toBe('table-header-group')
  expect(style('tbody tr').display).toBe('table-row')
  expect(style('tbody tr').breakInside).toBe('avoid')
  expect(visible('h1')).toEqual([])
  expect(document.body.innerText).toMatch(
    /^API tokens of \W?Northwind Home\W?, 24 Nov 2026, 12 of 12$/m,
  )
  expect(visible('thead th').length).toBe(6)
  // The names and descriptions have room: no row is higher than seven lines.
  const heights = [...document.querySelectorAll('tbody tr')].map((row) => row.clientHeight)
  expect(Math.max(...heights)).toBeLessThanOrEqual(150)
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(680)
})

it('prints the requests of a token with their paths and programs, and no word in parts', async () => {
  await openApp({ scenario: 'refused' })
  await expectHeading('ShipFast')
  await page.getByRole('link', { name: 'Requests', exact: true }).click()
  await expect.element(page.getByRole('table', { name: 'Requests' })).toBeVisible()
  await print()
  expect(visible('select, label, nav')).toEqual([])
  const first = page.getByRole('table', { name: 'Requests' }).getByRole('row').nth(1).element()
  const { innerText } = first as HTMLElement
  expect(innerText).toContain('PUT /sales-orders/1001')
  expect(innerText).toMatch(/ShipFast\/4\.2 \(\+https:\/\/shipfast\.example\)/)
  expect(first.querySelector('time')?.getClientRects()).toHaveLength(1)
})

it('prints the overview of a token without what only makes sense on a screen', async () => {
  await openApp({ scenario: 'refused' })
  await expectHeading('ShipFast')
  await expect.element(page.getByRole('table', { name: 'Requests' })).toBeVisible()
  await expect.element(page.getByRole('heading', { name: 'Delete this token' })).toBeVisible()
  await print()
  expect(visible(controls)).toEqual([])
  expect(document.body.innerText).not.toContain('Delete this token')
})

it.each([
  '/settings/api-tokens/activity',
  '/settings/plan',
  '/settings/users',
  '/tickets',
  '/help/api',
  '/help/uses',
])('prints %s without controls', async (at) => {
  await openApp({ scenario: 'many', at })
  await expect.element(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect.poll(() => document.querySelectorAll('[aria-busy="true"]')).toHaveLength(0)
  await print()
  expect(visible(controls)).toEqual([])
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(680)
})

it.each([
  ['/help/uses', 'Getting started with the API', '/help/getting-started'],
  ['/help/api', 'Getting started with the API', '/help/getting-started'],
  ['/help/api#whoami', 'Link to this operation', '/help/api#whoami'],
])('prints %s black on white, with the addresses of its links', async (at, name, path) => {
  await openApp({ as: 'admin', at })
  const locator = page.getByRole('link', { name, exact: true })
  await expect.element(locator).toBeVisible()
  // The printed address is part of the link's name.
  const link = locator.element()
  const address = () => getComputedStyle(link, '::after').content
  expect(address()).toBe('none')
  await print()
  expect(colours('main a')).toEqual({ text: 'rgb(0, 0, 0)', background: 'rgba(0, 0, 0, 0)' })
  expect(colours('body').background).toBe('rgb(255, 255, 255)')
  expect(address().replaceAll('" "', '')).toBe(`" (${location.origin}${path})"`)
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(680)
})

it('never prints a key', async () => {
  await openApp({ as: 'admin', at: '/settings/api-tokens/new' })
  await fillTokenForm()
  await clickButton('Generate token')
  const key = await shownKey()
  await print()
  expect(visible('textarea, input')).toEqual([])
  expect(document.body.innerText).not.toContain(key)
  expect(document.body.innerText.trim()).toBe('An API key is never printed.')
  await commands.emulateMedia({ media: 'screen' })
  await expect.element(keyField).toBeVisible()
})
