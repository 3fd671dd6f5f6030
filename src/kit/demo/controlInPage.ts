import { errors, type Page } from '@playwright/test'

import type { DemoControl } from '#src/mock/demo/demoControl.ts'

import { controlBy } from './createDemoControl.ts'

/**
 * Returns the controls of the demo in a tab. They call `window.edeskDemo` (docs/playwright-kit.md, "window.edeskDemo").
 *
 * @param ensureOpen opens the demo in the tab if it is not open yet.
 */
export function pageDemoControl(page: Page, ensureOpen: () => Promise<void>): DemoControl {
  return controlBy(async (command, args) => {
    await ensureOpen()
    await waitForDemo(page)
    const { result, error } = await page.evaluate(callInPage, { command, args: [...args] })
    if (error !== undefined) throw new Error(`The demo rejected "${command}": ${error}`)
    return result
  })
}

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

/** Runs in the page. Returns an error as its message, because its class does not survive serialization. */
async function callInPage({
  command,
  args,
}: {
  command: string
  args: unknown[]
}): Promise<{ result?: unknown; error?: string }> {
  const { edeskDemo } = window as unknown as {
    edeskDemo: Record<string, (...args: unknown[]) => Promise<unknown>>
  }
  try {
    return { result: await edeskDemo[command]?.(...args) }
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) }
  }
}
