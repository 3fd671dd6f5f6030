import type { BrowserType, Page } from '@playwright/test'

/**
 * Does something in a browser of its own, and again in a new one where the browser itself has broken down, as Chromium 156 does
 * now and then when a worker is stopped. What goes wrong in a browser that works is an error as ever.
 */
export async function inOwnBrowser(
  browserType: BrowserType,
  walk: (page: Page) => Promise<void>,
  attempts = 3,
): Promise<void> {
  const browser = await browserType.launch()
  try {
    const context = await browser.newContext()
    await walk(await context.newPage())
  } catch (error) {
    if (browser.isConnected() || attempts === 1) throw error
    await inOwnBrowser(browserType, walk, attempts - 1)
  } finally {
    await browser.close()
  }
}

/** Stops the service workers, as a browser does that needs the memory. */
export async function stopWorkers(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page)
  await session.send('ServiceWorker.enable')
  await session.send('ServiceWorker.stopAllWorkers')
}
