import type { Page } from '@playwright/test'

import type { DemoControl } from '#src/mock/demo/demoControl.ts'

import { createRemoteControl } from './createRemoteControl.ts'
import { waitForDemo } from './waitForDemo.ts'

/**
 * Returns the controls of the demo in a tab. They call `window.edeskDemo` (docs/playwright-kit.md, "The interface behind the kit").
 *
 * @param ensureOpen opens the demo in the tab if it is not open yet.
 */
export function createPageControl(page: Page, ensureOpen: () => Promise<void>): DemoControl {
  return createRemoteControl(async (command, args) => {
    await ensureOpen()
    await waitForDemo(page)
    const { json, error } = await page.evaluate(callInPage, { command, args: [...args] })
    if (error !== undefined) throw new Error(`The demo rejected "${command}": ${error}`)
    return json === undefined ? undefined : (JSON.parse(json) as unknown)
  })
}

/**
 * Runs in the page. Returns the result as JSON, because Playwright takes seconds to serialize ten thousand records, and an error as
 * its message, because its class does not survive serialization.
 */
async function callInPage({
  command,
  args,
}: {
  command: string
  args: unknown[]
}): Promise<{ json?: string; error?: string }> {
  const { edeskDemo } = window as unknown as {
    edeskDemo: Record<string, (...args: unknown[]) => Promise<unknown>>
  }
  try {
    // `JSON.stringify` returns undefined for undefined, against its type.
    return { json: JSON.stringify(await edeskDemo[command]?.(...args)) }
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) }
  }
}
