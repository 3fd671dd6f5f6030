import type { Page } from '@playwright/test'

import type { MatcherState, Outcome } from './outcome.ts'

/** Nothing of the page is wider than the window: nobody has to scroll sideways. */
export async function toFitItsWidth(this: MatcherState, page: Page): Promise<Outcome> {
  const { wide, clientWidth, outside } = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    const tooWide = [...document.body.querySelectorAll('*')].filter(
      (element) => element.getBoundingClientRect().right > clientWidth,
    )
    return { wide: scrollWidth, clientWidth, outside: tooWide.map(({ outerHTML }) => outerHTML) }
  })
  return {
    pass: wide <= clientWidth,
    name: 'toFitItsWidth',
    message: () =>
      this.isNot
        ? 'The page was expected to be wider than its window.'
        : [
            `The page is ${wide} pixels wide, its window ${clientWidth}. Beyond it:`,
            ...outside,
          ].join('\n  '),
  }
}
