import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { type BrowserContext, chromium, type Page } from '@playwright/test'

import { chromiumLaunchOptions } from '../../../tools/programs/chromiumLaunchOptions.ts'
import type { Engine, Profile, TabDriver } from '../driver.ts'

/** Starts Chromium, driven by Playwright. Its browser contexts are private windows. */
export async function startChromium(): Promise<Engine> {
  const browser = await chromium.launch(await chromiumLaunchOptions())
  return {
    async open(kind) {
      const downloads = mkdtempSync(path.join(tmpdir(), 'edesk-chromium-'))
      // Headless Chromium denies clipboard access instead of asking the user.
      const context = await browser.newContext({ permissions: ['clipboard-write'] })
      return profileOf(context, downloads, kind === 'blocked' ? refuseCookies : undefined)
    },
    close: () => browser.close(),
  }
}

async function refuseCookies(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page)
  await session.send('Emulation.setDocumentCookieDisabled', { disabled: true })
}

function profileOf(
  context: BrowserContext,
  downloads: string,
  prepare: (page: Page) => Promise<void> = () => Promise.resolve(),
): Profile {
  return {
    downloads,
    async newTab() {
      const page = await context.newPage()
      await prepare(page)
      page.on('download', (download) => {
        void download.saveAs(path.join(downloads, download.suggestedFilename()))
      })
      return tabOf(page)
    },
    async close() {
      await context.close()
      rmSync(downloads, { recursive: true, force: true })
    },
  }
}

function tabOf(page: Page): TabDriver {
  return {
    async goTo(url) {
      await page.goto(url)
    },
    async back() {
      await page.goBack()
    },
    async forward() {
      await page.goForward()
    },
    async reload() {
      await page.reload()
    },
    evaluate: (expression) => page.evaluate(expression),
    async click(expression) {
      const element = (await page.evaluateHandle<Element | null>(expression)).asElement()
      if (!element) throw new Error(`No element to click: ${expression}`)
      await element.click({ timeout: 2_000 })
    },
    press: (key) => page.keyboard.press(key),
    screenshot: () => page.screenshot(),
  }
}
