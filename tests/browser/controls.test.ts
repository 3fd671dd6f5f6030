import { expect, it, onTestFinished } from 'vitest'
import { commands, page, userEvent } from 'vitest/browser'

import { openApp } from '#src/kit/vitest.ts'
import { demoTokenId } from '#src/mock/scenarios/demoIds.ts'

import { expectHeading } from './support/userActions.ts'

/** The styles of the first element that the selector finds. */
function styleOf(selector: string): CSSStyleDeclaration {
  const element = document.querySelector(selector)
  if (!element) throw new Error(`No element matches ${selector}.`)
  return getComputedStyle(element)
}

it('draws one focus ring around a text field, which follows its corners', async () => {
  await openApp({ as: 'admin', at: '/settings/api-tokens/new' })
  await page.getByRole('textbox', { name: 'Token Name' }).click()
  expect(styleOf('.v-field:focus-within')).toMatchObject({
    outlineStyle: 'solid',
    outlineWidth: '2px',
    outlineOffset: '2px',
    borderTopLeftRadius: '8px',
  })
  expect(styleOf('.v-field input:focus').outlineStyle).toBe('none')
})

it('draws the whole focus ring around each item of a menu', async () => {
  await openApp({ scenario: 'tokens' })
  await page.getByRole('button', { name: 'Actions for ShipFast' }).click()
  for (const name of ['Replace token', 'Pause token', 'Delete token']) {
    const item = page.getByRole('menuitem', { name })
    await expect.element(item).toHaveFocus()
    expect(ancestorsThatCutOff(item.element())).toEqual([])
    await userEvent.keyboard('{ArrowDown}')
  }
})

/** Returns the classes of the ancestors that cut off the focus ring of an element. */
function ancestorsThatCutOff(element: Element): string[] {
  const { outlineWidth, outlineOffset } = getComputedStyle(element)
  const ring = parseFloat(outlineWidth) + parseFloat(outlineOffset)
  const inner = element.getBoundingClientRect()
  const found: string[] = []
  for (let outer = element.parentElement; outer; outer = outer.parentElement) {
    const { left, right, top, bottom } = outer.getBoundingClientRect()
    const isAround =
      left <= inner.left - ring &&
      right >= inner.right + ring &&
      top <= inner.top - ring &&
      bottom >= inner.bottom + ring
    if (getComputedStyle(outer).overflow !== 'visible' && !isAround) found.push(outer.className)
  }
  return found
}

it('draws check boxes in the colours of the dark theme', async () => {
  await commands.emulateMedia({ colorScheme: 'dark' })
  onTestFinished(() => commands.emulateMedia({ colorScheme: 'light' }))
  await openApp({ scenario: 'tokens' })
  await expectHeading('API Tokens')
  const box = 'td input[type="checkbox"]'
  await expect.poll(() => document.querySelector(box)).not.toBeNull()
  expect(styleOf(box).backgroundColor).toBe('rgb(24, 32, 43)')
  await page
    .getByRole('checkbox', { name: /^Select / })
    .nth(1)
    .click()
  await expect.poll(() => styleOf(`${box}:checked`).backgroundColor).toBe('rgb(143, 177, 255)')
  expect(styleOf('th input:indeterminate').backgroundColor).toBe('rgb(143, 177, 255)')
})

async function forceColours(): Promise<void> {
  await commands.emulateMedia({ forcedColors: 'active' })
  onTestFinished(() => commands.emulateMedia({ forcedColors: 'none' }))
}

it('shows selected rows, the current section and pills by their edges in forced colours', async () => {
  await forceColours()
  await openApp({ scenario: 'tokens' })
  await expectHeading('API Tokens')
  await page
    .getByRole('checkbox', { name: /^Select / })
    .nth(1)
    .click()
  expect(styleOf('tbody tr:has(:checked)').outlineStyle).toBe('solid')
  expect(styleOf('tbody tr:not(:has(:checked))').outlineStyle).toBe('none')
  expect(styleOf('nav .router-link-active.settings-nav__link').outlineStyle).toBe('solid')
  expect(styleOf('.token-status').borderTopStyle).toBe('solid')
})

it('shows only the current tab with a line, and messages with an edge, in forced colours', async () => {
  await forceColours()
  await openApp({
    scenario: 'tokens',
    at: `/settings/api-tokens/${demoTokenId('tokens', 'Shop automations')}`,
  })
  await expectHeading('Shop automations')
  const tab = 'nav[aria-label="Token"] a'
  const background = styleOf('body').backgroundColor
  expect(styleOf(`${tab}:not([aria-current])`).borderBottomColor).toBe(background)
  expect(styleOf(`${tab}[aria-current]`).borderBottomColor).not.toBe(background)
  expect(styleOf('.alert-box').borderTopStyle).toBe('solid')
})

it('shows what is chosen by its edge in forced colours', async () => {
  await forceColours()
  await openApp({ as: 'admin', at: '/settings/api-tokens/new' })
  await page.getByRole('radio', { name: 'Custom' }).click()
  await userEvent.tab()
  expect(styleOf('.radio-card:has(:checked)').borderTopWidth).toBe('3px')
  expect(styleOf('[aria-pressed="true"]:not(:focus-visible)').outlineStyle).toBe('solid')
})
