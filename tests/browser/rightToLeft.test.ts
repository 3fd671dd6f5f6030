import { expect, it, onTestFinished } from 'vitest'
import { page, userEvent } from 'vitest/browser'

import { openApp } from '#src/kit/vitest.ts'
import { demoTokenId } from '#src/mock/scenarios/demoIds.ts'
import { showLanguage } from '#src/ui/lib/language.ts'

import { expectFitsWidth } from './expectAccessible.ts'
import { openWithDemoPanel } from './support/openWithDemoPanel.ts'

const tokens = { scenario: 'tokens', as: 'admin' } as const
const boxOf = (element: Element | null | undefined) => {
  if (!element) throw new Error('The element is missing.')
  return element.getBoundingClientRect()
}

async function showArabic(): Promise<void> {
  await showLanguage('ar')
  onTestFinished(() => showLanguage('en'))
}

it('moves through a toolbar in the direction of the page', async () => {
  await openApp({ ...tokens, at: '/settings/api-tokens' })
  await page.getByRole('checkbox', { name: 'Select ShipFast' }).click()
  await expect.element(page.getByRole('toolbar', { name: 'Selected tokens' })).toBeVisible()
  const toolbar = page.getByRole('toolbar', { name: 'Selected tokens' }).element()
  await showArabic()
  const [first, second] = toolbar.querySelectorAll('button')
  first?.focus()
  await userEvent.keyboard('{ArrowLeft}')
  expect(document.activeElement).toBe(second)
  await userEvent.keyboard('{ArrowRight}')
  expect(document.activeElement).toBe(first)
})

it('moves through the choices of a permission in the direction of the page', async () => {
  await openApp({ as: 'admin', at: '/settings/api-tokens/new' })
  await page.getByRole('radio', { name: 'Custom' }).click()
  const group = page.getByRole('radiogroup', { name: 'Tickets' }).element()
  await showArabic()
  const radios = [...group.querySelectorAll<HTMLInputElement>('input[type=radio]')]
  radios[0]?.focus()
  await userEvent.keyboard('{ArrowLeft}')
  expect(radios.map(({ checked }) => checked)).toEqual([false, true, false])
  expect(boxOf(radios[1]).left).toBeLessThan(boxOf(radios[0]).left)
})

it('shows the days of the chart from right to left, as its slider and its axis do', async () => {
  const at = `/settings/api-tokens/${demoTokenId('tokens', 'ShipFast')}/requests`
  await openApp({ ...tokens, at })
  await expect.element(page.getByRole('slider')).toBeVisible()
  await showArabic()
  const slider = page.getByRole('slider').element() as HTMLInputElement
  const chart = slider.closest('figure')
  const days = [...(chart?.querySelectorAll('svg[role=img] g') ?? [])]
  expect(boxOf(days.at(-1)).left).toBeLessThan(boxOf(days[0]).left)
  slider.focus()
  await userEvent.keyboard('{Home}{ArrowLeft}')
  expect(slider.value).toBe('1')
  const { left, right, top } = boxOf(slider)
  const read = () => chart?.querySelector('.usage-chart__readout')?.textContent
  const second = read()
  slider.blur()
  const step = (right - left) / days.length
  slider.parentElement?.dispatchEvent(
    new PointerEvent('pointermove', { clientX: right - 1.5 * step, clientY: top + 5 }),
  )
  await expect.poll(read).toBe(second)
})

it('opens the menu of a row at the end of its button', async () => {
  await openApp({ ...tokens, at: '/settings/api-tokens' })
  await expect.element(page.getByRole('button', { name: 'Actions for ShipFast' })).toBeVisible()
  const button = page.getByRole('button', { name: 'Actions for ShipFast' }).element()
  await showArabic()
  await page.elementLocator(button).click()
  await expect.element(page.getByRole('menuitem').first()).toHaveFocus()
  const panel = document.querySelector('.menu-panel')
  expect(Math.abs(boxOf(panel).left - boxOf(button).left)).toBeLessThan(2)
})

it('docks the demo panel at the left side, and covers nothing', async () => {
  await openWithDemoPanel({ scenario: 'tokens' }, { isOpen: true })
  await showArabic()
  const panel = document.querySelector('.demo-panel')
  await expect.poll(() => boxOf(panel).left).toBe(0)
  expect(boxOf(document.querySelector('main')).left).toBeGreaterThanOrEqual(boxOf(panel).right)
  expectFitsWidth()
})

it('begins an empty search where the page begins, beside its icon', async () => {
  await openApp({ ...tokens, at: '/settings/api-tokens' })
  const search = page.getByRole('searchbox', { name: 'Search tokens' })
  await expect.element(search).toBeVisible()
  const field = search.element()
  await showArabic()
  expect(getComputedStyle(field)).toMatchObject({ direction: 'rtl', paddingRight: '38px' })
})
