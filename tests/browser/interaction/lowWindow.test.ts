import { expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'

import { type Mounted, openApp } from '#src/kit/vitest.ts'

import { openWithDemoPanel } from '../support/openWithDemoPanel.ts'
import { clickButton, expectHeading } from '../support/userActions.ts'

/** Points of an element to look at, as shares of its width and height. */
const points = [0.1, 0.5, 0.9].flatMap((x) => [0.1, 0.5, 0.9].map((y) => [x, y] as const))

/** Whether no part of the element is visible: it is outside of the window, or something covers it (WCAG 2.4.11). */
function isHidden(element: Element): boolean {
  // The label is what a user sees of a checkbox or a radio button.
  const seen = element.closest('label') ?? element
  const { left, top, width, height } = seen.getBoundingClientRect()
  return points.every(([x, y]) => {
    const hit = document.elementFromPoint(left + width * x, top + height * y)
    return !hit || !(seen.contains(hit) || hit.contains(element))
  })
}

/** Presses Tab through the page. Returns the focused elements of which nothing is visible. */
async function hiddenTabStops(): Promise<string[]> {
  const hidden: string[] = []
  const seen = new Set<Element>()
  for (let step = 0; step < 200; step += 1) {
    await userEvent.keyboard('{Tab}')
    const focused = document.activeElement
    if (!focused || focused === document.body || seen.has(focused)) break
    seen.add(focused)
    if (isHidden(focused)) hidden.push(focused.outerHTML.slice(0, 120))
  }
  expect(seen.size).toBeGreaterThan(2)
  return hidden
}

it.each([
  ['the list with a selection', { scenario: 'tokens' }, 'API Tokens', selectOne],
  ['the form', { as: 'admin', at: '/settings/api-tokens/new' }, 'Add a token', chooseCustom],
  ['the API reference', { as: 'admin', at: '/help/api' }, 'API reference', undefined],
  ['a replacement', { as: 'admin', at: '/settings/plan' }, 'Plan', replaceToken],
  ['the notices', { scenario: 'many', at: '/settings/plan' }, 'Plan', openNotices],
  ['another application', { at: '/apps/shipping' }, 'Ship your eDesk orders', undefined],
  ['the details', { scenario: 'just-connected' }, 'ShipFast', undefined],
] as const)(
  'shows every focused element at 400 % zoom: %s',
  async (_what, options, heading, prepare) => {
    await page.viewport(320, 256)
    const mounted = await openApp(options)
    await expectHeading(heading)
    await prepare?.(mounted)
    document.querySelector<HTMLElement>('.skip-link')?.focus()
    expect(await hiddenTabStops()).toEqual([])
  },
  240_000,
)

it('shows every focused element at 400 % zoom: the demo panel and the list beside it', async () => {
  await page.viewport(320, 256)
  await openWithDemoPanel({ scenario: 'tokens' }, { isOpen: true })
  await expectHeading('API Tokens')
  document.querySelector<HTMLElement>('.skip-link')?.focus()
  expect(await hiddenTabStops()).toEqual([])
}, 240_000)

async function selectOne(): Promise<void> {
  await page
    .getByRole('checkbox', { name: /^Select / })
    .nth(1)
    .click()
  await expect.element(page.getByRole('toolbar', { name: 'Selected tokens' })).toBeInTheDocument()
}

async function chooseCustom(): Promise<void> {
  await page.getByRole('radio', { name: 'Custom' }).click()
  await clickButton('Generate token')
}

async function replaceToken({ backend, wrapper }: Mounted): Promise<void> {
  const { id } = await backend.addToken({ name: 'ShipFast' })
  await wrapper.vm.$router.push(`/settings/api-tokens/${id}/replace`)
  await expectHeading('Replace ShipFast')
}

async function openNotices(): Promise<void> {
  await page.getByRole('button', { name: /^Notices/ }).click()
  await expect.element(page.getByRole('heading', { name: 'Notices' })).toBeVisible()
}
