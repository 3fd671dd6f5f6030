import type { Page } from '@playwright/test'

import { assertPage, type MatcherState, type Outcome } from './matcherResult.ts'

/** Checks that no element is wider than the window, so that the page does not scroll horizontally. */
export async function toFitViewportWidth(this: MatcherState, page: Page): Promise<Outcome> {
  assertPage('toFitViewportWidth', page)
  const { width, clientWidth, outside } = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    const tooWide = [...document.body.querySelectorAll('*')].filter(
      (element) => element.getBoundingClientRect().right > clientWidth,
    )
    return { width: scrollWidth, clientWidth, outside: tooWide.map(({ outerHTML }) => outerHTML) }
  })
  return {
    pass: width <= clientWidth,
    name: 'toFitViewportWidth',
    message: () =>
      this.isNot
        ? 'Expected the page to be wider than the window.'
        : [
            `The page is ${width} pixels wide, its window ${clientWidth}. Elements that are too wide:`,
            ...outside,
          ].join('\n  '),
  }
}
