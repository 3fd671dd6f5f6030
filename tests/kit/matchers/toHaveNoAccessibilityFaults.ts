import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'

import type { MatcherState, Outcome } from './outcome.ts'

/** Runs axe on a page: no rule is off, and no part of the page is left out. */
export async function toHaveNoAccessibilityFaults(
  this: MatcherState,
  page: Page,
): Promise<Outcome> {
  // Colours are measured as they are in the end: what still moves is brought there first.
  await page.evaluate(() => {
    for (const animation of document.getAnimations()) {
      if (animation.effect?.getComputedTiming().iterations === Infinity) animation.cancel()
      else animation.finish()
    }
  })
  const { violations } = await new AxeBuilder({ page }).analyze()
  const told = violations.flatMap(({ id, impact, help, helpUrl, nodes }) => [
    `  ${id} (${impact ?? 'minor'}): ${help}. ${helpUrl}`,
    ...nodes.map(
      ({ html, failureSummary = '' }) =>
        `    ${html}\n      ${failureSummary.replaceAll('\n', '\n      ')}`,
    ),
  ])
  return {
    pass: violations.length === 0,
    name: 'toHaveNoAccessibilityFaults',
    message: () =>
      this.isNot
        ? `The page was expected to have a fault that axe can find: ${page.url()}`
        : [`axe has found ${violations.length} kinds of faults in ${page.url()}:`, ...told].join(
            '\n',
          ),
  }
}
