import { expect, it } from 'vitest'
import { type Locator, page } from 'vitest/browser'

import { expectFitsWidth } from './expectAccessible.ts'
import { handle, openWithDemoPanel, panel } from './support/openWithDemoPanel.ts'

it.for([1280, 1000, 800, 360])(
  'the demo panel and its button do not cover a page that is %i pixels wide',
  async (width) => {
    await page.viewport(width, 720)
    await openWithDemoPanel({ scenario: 'tokens', at: '/settings/api-tokens/new' })
    await expect.element(page.getByRole('heading', { level: 1, name: 'Add a token' })).toBeVisible()
    await expect.poll(() => coveredBy(handle)).toEqual([])
    await handle.click()
    await expect.element(page.getByRole('heading', { name: 'Demo panel' })).toHaveFocus()
    expectFitsWidth()
    await expect.poll(() => coveredBy(panel)).toEqual([])
    await expect.poll(() => coveredBy(handle)).toEqual([])
    const { height } = panel.element().getBoundingClientRect()
    expect(height).toBeLessThanOrEqual(width < 1000 ? 360 : 720)
  },
)

/** Scrolls to the end of the page, and returns the elements that this part of the demo covers. */
function coveredBy(demo: Locator): string[] {
  // On a narrow page, the demo comes after the page: it covers nothing, but is only visible at the end.
  scrollTo(0, document.documentElement.scrollHeight)
  const part = demo.element().getBoundingClientRect()
  const all = document.querySelectorAll(
    '#app :is(a, button, input, textarea, p, h1, h2, label, td, th)',
  )
  return [...all].flatMap((element) => {
    // Closed details have a size as well.
    if (!element.checkVisibility()) return []
    const { left, right, top, bottom } = element.getBoundingClientRect()
    const isBeside = right <= part.left || left >= part.right
    const isAbove = bottom <= part.top || top >= part.bottom
    return right > left && !isBeside && !isAbove ? [element.outerHTML.slice(0, 120)] : []
  })
}
