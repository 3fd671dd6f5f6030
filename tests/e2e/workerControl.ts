import { type BrowserType, expect, type Page } from '@playwright/test'

/**
 * Runs a function in a new browser. If the browser crashes, as Chromium 156 sometimes does when a worker is stopped, runs it
 * again in another one. Errors in a browser that still runs are thrown.
 */
export async function inNewBrowser(
  browserType: BrowserType,
  run: (page: Page) => Promise<void>,
  attempts = 3,
): Promise<void> {
  const browser = await browserType.launch()
  try {
    const context = await browser.newContext()
    await run(await context.newPage())
  } catch (error) {
    if (browser.isConnected() || attempts === 1) throw error
    await inNewBrowser(browserType, run, attempts - 1)
  } finally {
    await browser.close()
  }
}

/**
 * Expects that the mock's service worker controls the page, now or soon: the page answers its first requests itself while the
 * worker starts.
 */
export async function expectWorker(page: Page, path = '/mockServiceWorker.js'): Promise<void> {
  const controller = () => page.evaluate(() => navigator.serviceWorker.controller?.scriptURL)
  await expect.poll(controller).toBe(new URL(path, page.url()).href)
}

/** Stops the service workers, as a browser does to save memory. */
export async function stopWorkers(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page)
  await session.send('ServiceWorker.enable')
  await session.send('ServiceWorker.stopAllWorkers')
}
