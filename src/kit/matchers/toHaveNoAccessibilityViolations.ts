import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'

import { assertPage, type MatcherState, type Outcome } from './matcherResult.ts'

/** Runs axe on the whole page, with all default rules. */
export async function toHaveNoAccessibilityViolations(
  this: MatcherState,
  page: Page,
): Promise<Outcome> {
  assertPage('toHaveNoAccessibilityViolations', page)
  // Finish the animations first: axe measures the colours of this moment.
  await page.evaluate(() => {
    for (const animation of document.getAnimations()) {
      if (animation.effect?.getComputedTiming().iterations === Infinity) animation.cancel()
      else animation.finish()
    }
  })
  const { violations } = await new AxeBuilder({ page }).analyze()
  const details = violations.flatMap(({ id, impact, help, helpUrl, nodes }) => [
    `  ${id} (${impact ?? 'minor'}): ${help}. ${helpUrl}`,
    ...nodes.map(
      ({ html, failureSummary = '' }) =>
        `    ${html}\n      ${failureSummary.replaceAll('\n', '\n      ')}`,
    ),
  ])
  return {
    pass: violations.length === 0,
    name: 'toHaveNoAccessibilityViolations',
    message: () =>
      this.isNot
        ? `Expected axe to find an accessibility violation in ${page.url()}`
        : [`axe found violations of ${violations.length} rules in ${page.url()}:`, ...details].join(
            '\n',
          ),
  }
}
