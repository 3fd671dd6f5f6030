import type { Page } from '@playwright/test'

import type { DemoControl } from '#src/mock/demo/demoControl.ts'

import { createRemoteControl } from './createRemoteControl.ts'
import { waitForDemo } from './waitForDemo.ts'

/**
 * Returns the controls of the demo in a tab. They call `window.edeskDemo` (docs/playwright-kit.md, "window.edeskDemo").
 *
 * @param ensureOpen opens the demo in the tab if it is not open yet.
 */
export function createPageControl(page: Page, ensureOpen: () => Promise<void>): DemoControl {
  return createRemoteControl(async (command, args) => {
    await ensureOpen()
    await waitForDemo(page)
    const { result, error } = await page.evaluate(callInPage, { command, args: [...args] })
    if (error !== undefined) throw new Error(`The demo rejected "${command}": ${error}`)
    return result
  })
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
