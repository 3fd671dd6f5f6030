import { errors, type Page } from '@playwright/test'

/**
 * Waits for the attribute `data-demo-ready`, which a demo sets once its backend responds.
 *
 * @throws Error if the page has no demo that responds within `timeoutMs` milliseconds.
 */
export async function waitForDemo(page: Page, timeoutMs = 30_000): Promise<void> {
  try {
    await page.locator('html[data-demo-ready]').waitFor({ state: 'attached', timeout: timeoutMs })
  } catch (error) {
    if (!(error instanceof errors.TimeoutError)) throw error
    const [title = ''] = await page.getByRole('heading', { level: 1 }).allTextContents()
    throw new Error(
      [
        `There is a page at ${page.url()}${title ? ` ("${title}")` : ''}, but no demo responds: <html> has no data-demo-ready.`,
        'It may be another application, or a build for a real backend (npm run build:real). Start the demo with: npm start',
      ].join('\n'),
      { cause: error },
    )
  }
}
