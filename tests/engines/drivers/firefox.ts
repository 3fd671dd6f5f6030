import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

import puppeteer, { type Browser, type ElementHandle, type Page } from 'puppeteer-core'

import { installedFirefox } from '../../../tools/programs/firefox.mjs'
import type { Engine, Profile, TabDriver } from '../driver.ts'

type Preferences = Record<string, string | number | boolean>

const preferences = {
  plain: {},
  private: { 'browser.privatebrowsing.autostart': true },
  // The setting "All cookies (will cause websites to break)". It blocks all storage of sites.
  blocked: { 'network.cookie.cookieBehavior': 2 },
} satisfies Record<string, Preferences>

/**
 * Starts Firefox, driven by Puppeteer over WebDriver BiDi. Playwright's BiDi support needs a command that Firefox 153 lacks
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

/** Opens a separate browser, for preferences that a browser context cannot set. */
async function openBrowser(preferences: Preferences): Promise<Profile> {
  const downloads = mkdtempSync(path.join(tmpdir(), 'edesk-firefox-'))
  const browser = await launch(preferences, downloads)
  return {
    downloads,
    newTab: async () => tabOf(await browser.newPage()),
    async close() {
      await browser.close()
      rmSync(downloads, { recursive: true, force: true })
    },
  }
}

function launch(preferences: Preferences, downloads: string): Promise<Browser> {
  const executablePath = installedFirefox()
  if (!executablePath) throw new Error('Firefox is not installed.')
  return puppeteer.launch({
    browser: 'firefox',
    executablePath,
    timeout: 60_000,
    extraPrefsFirefox: {
      'browser.download.dir': downloads,
      'browser.download.folderList': 2,
      'browser.download.useDownloadDir': true,
      ...preferences,
    },
  })
}

function tabOf(page: Page): TabDriver {
  return {
    async goTo(url) {
      await page.goto(url)
    },
    // A page from the back/forward cache fires no load event, so `page.goBack` would wait forever.
    back: () => traverse(page, -1),
    forward: () => traverse(page, 1),
    async reload() {
      await page.reload()
    },
    evaluate: (expression) => page.evaluate(expression),
    async click(expression) {
      const handle = await page.evaluateHandle(expression)
      const element = handle.asElement() as ElementHandle | null
      if (!element) throw new Error(`No element to click: ${expression}`)
      await element.click()
    },
    press: (key) => page.keyboard.press(key),
    screenshot: () => page.screenshot(),
  }
}

async function traverse(page: Page, steps: number): Promise<void> {
  await page.evaluate(`setTimeout(() => history.go(${steps}))`)
}
