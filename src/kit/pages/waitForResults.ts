import { expect, type Page } from '@playwright/test'

import { describePage } from './find.ts'

/**
 * Waits until the list of a page has loaded after a search or a filter.
 *
 * @param what the search or the filter, for the error.
 * @param isAt returns whether a URL contains it.
 * @throws Error with the page and its alerts, if the list does not load within the time limit of `expect`.
 */
export async function waitForResults(
  page: Page,
  what: string,
  isAt: (url: URL) => boolean,
): Promise<void> {
  const loaded = page.locator('main:not(:has([aria-busy=true]))')
  const hasResults = async () => isAt(new URL(page.url())) && (await loaded.isVisible())
  try {
    await expect.poll(hasResults, { intervals: [20, 50, 100] }).toBe(true)
  } catch {
    throw new Error(`The list does not show the results of ${what}. ${await describePage(page)}`)
  }
}
