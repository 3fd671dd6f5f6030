import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

import puppeteer, { type Browser, type ElementHandle, type Page } from 'puppeteer-core'

import { installedFirefox } from '../../../tools/firefox.mjs'
import type { Engine, Profile, TabDriver } from '../driver.ts'

type Preferences = Record<string, string | number | boolean>

const preferences = {
  plain: {},
  private: { 'browser.privatebrowsing.autostart': true },
  // "All cookies (will cause websites to break)", which stands for everything that a site could keep.
  blocked: { 'network.cookie.cookieBehavior': 2 },
} satisfies Record<string, Preferences>

/**
 * Firefox, driven over WebDriver BiDi by Puppeteer. Playwright's own way to it asks for a command that Firefox 153 does not have
 * (`emulation.setMediaFeaturesOverride`).
 */
export async function startFirefox(): Promise<Engine> {
  const downloads = mkdtempSync(path.join(tmpdir(), 'edesk-firefox-'))
  const browser = await launch(preferences.plain, downloads)
  return {
    async open(kind) {
      if (kind !== 'plain') return openBrowser(preferences[kind])
      const context = await browser.createBrowserContext()
      return {
        downloads,
        newTab: async () => tabOf(await context.newPage()),
        close: () => context.close(),
      }
    },
    async close() {
      await browser.close()
      rmSync(downloads, { recursive: true, force: true })
    },
  }
}

/** What cannot be set for a window of its own needs a browser of its own. */
async function openBrowser(wanted: Preferences): Promise<Profile> {
  const downloads = mkdtempSync(path.join(tmpdir(), 'edesk-firefox-'))
  const browser = await launch(wanted, downloads)
  return {
    downloads,
    newTab: async () => tabOf(await browser.newPage()),
    async close() {
      await browser.close()
      rmSync(downloads, { recursive: true, force: true })
    },
  }
}

function launch(wanted: Preferences, downloads: string): Promise<Browser> {
  const executablePath = installedFirefox()
  if (!executablePath) throw new Error('There is no Firefox on this machine.')
  return puppeteer.launch({
    browser: 'firefox',
    executablePath,
    timeout: 60_000,
    extraPrefsFirefox: {
      'browser.download.dir': downloads,
      'browser.download.folderList': 2,
      'browser.download.useDownloadDir': true,
      ...wanted,
    },
  })
}

function tabOf(page: Page): TabDriver {
  return {
    async goTo(address) {
      await page.goto(address)
    },
    // A page out of the back/forward cache fires no event of loading, so that `page.goBack` would wait for ever.
    back: () => traverse(page, -1),
    forward: () => traverse(page, 1),
    async reload() {
      await page.reload()
    },
    evaluate: (expression) => page.evaluate(expression),
    async click(expression) {
      const handle = await page.evaluateHandle(expression)
      const element = handle.asElement() as ElementHandle | null
      if (!element) throw new Error(`Nothing to click: ${expression}`)
      await element.click()
    },
    press: (key) => page.keyboard.press(key),
    screenshot: () => page.screenshot(),
  }
}

async function traverse(page: Page, steps: number): Promise<void> {
  await page.evaluate(`setTimeout(() => history.go(${steps}))`)
}
