import { errors, type Page } from '@playwright/test'

import type { DemoControl } from '#src/mock/demo/demoControl.ts'

import { controlBy } from './controlBy.ts'

/**
 * The demo in a tab, by what it puts on its window (docs/playwright-kit.md, "window.edeskDemo").
 *
 * @param opened sees to it that the demo is open in the tab.
 */
export function controlInPage(page: Page, opened: () => Promise<void>): DemoControl {
  return controlBy(async (verb, given) => {
    await opened()
    await waitForDemo(page)
    const { done, failed } = await page.evaluate(callInPage, { verb, given: [...given] })
    if (failed !== undefined) throw new Error(`The demo refuses "${verb}": ${failed}`)
    return done
  })
}

/**
 * Waits for the mark that a demo sets once its backend answers.
 *
 * @param patience how long that may take, in milliseconds.
 */
export async function waitForDemo(page: Page, patience = 30_000): Promise<void> {
  try {
    await page.locator('html[data-demo-ready]').waitFor({ state: 'attached', timeout: patience })
  } catch (error) {
    if (!(error instanceof errors.TimeoutError)) throw error
    const [title = ''] = await page.getByRole('heading', { level: 1 }).allTextContents()
    throw new Error(
      [
        `There is a page at ${page.url()}${title ? ` ("${title}")` : ''}, but no demo that answers: <html> has no data-demo-ready.`,
        'Is it another application, or a build for a real backend (npm run build:real)? The demo is started with: npm start',
      ].join('\n'),
      { cause: error },
    )
  }
}

/** Runs in the page; errors are told as words, because their class gets lost on the way. */
async function callInPage({
  verb,
  given,
}: {
  verb: string
  given: unknown[]
}): Promise<{ done?: unknown; failed?: string }> {
  const { edeskDemo } = window as unknown as {
    edeskDemo: Record<string, (...given: unknown[]) => Promise<unknown>>
  }
  try {
    return { done: await edeskDemo[verb]?.(...given) }
  } catch (error) {
    return { failed: error instanceof Error ? error.message : String(error) }
  }
}
