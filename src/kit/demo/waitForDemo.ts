import { errors, type Page, test } from '@playwright/test'

import { maskKeys } from '#src/shared/keysInText.ts'

import { contextLogOf } from '../guards/contextLog.ts'
import { oneLine } from '../pages/find.ts'
import { startCommands } from './assertDemoResponds.ts'

/**
 * Waits until the demo's backend responds: then the attribute `data-demo-ready` has a value.
 *
 * @param timeoutMs by default a part of the test's time, so that this error comes before the test's.
 * @throws Error if the page has no demo that responds in time. The error lists the alerts and the errors of the page.
 */
export async function waitForDemo(page: Page, timeoutMs = partOfTestTime()): Promise<void> {
  try {
    const ready = page.locator('html[data-demo-ready]:not([data-demo-ready=""])')
    await ready.waitFor({ state: 'attached', timeout: timeoutMs })
  } catch (error) {
    if (!(error instanceof errors.TimeoutError)) throw error
    throw new Error((await explain(page)).join('\n'), { cause: error })
  }
}

function partOfTestTime(): number {
  const { timeout } = test.info()
  return timeout === 0 ? 60_000 : timeout * 0.8
}

async function explain(page: Page): Promise<string[]> {
  const [title = ''] = await page.getByRole('heading', { level: 1 }).allTextContents()
  const place = `${page.url()}${title ? ` ("${title}")` : ''}`
  const alerts = (await page.getByRole('alert').allInnerTexts()).filter((text) => text !== '')
  const { errorTexts } = contextLogOf(page.context())
  const isDemo = (await page.locator('html[data-demo-ready]').count()) > 0
  if (isDemo || alerts.length > 0 || errorTexts.length > 0) {
    return [
      `The demo at ${place} did not start in time: its backend does not respond.`,
      ...alerts.map((text) => `The page's alert: ${oneLine(text)}`),
      ...errorTexts.map((text) => `An error in the page: ${maskKeys(text)}`),
    ]
  }
  return [
    `The page at ${place} is no demo: its <html> has no data-demo-ready.`,
    `It may be another application, or a build for a real backend. Start the demo: ${startCommands.worker}`,
  ]
}
