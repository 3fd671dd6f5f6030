import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'

import { expect } from '@playwright/test'
import { Builder, Capabilities, Key, type WebDriver, WebElement } from 'selenium-webdriver'

import { installedWebKit } from '../../../tools/programs/webkit.mjs'
import { freePort } from '../../../tools/run/freePort.ts'
import { timeFactor } from '../../support/timeFactor.ts'
import type { Engine, PressedKey, Profile, ProfileKind, TabDriver } from '../driver.ts'

/** A browser starts in one to three seconds. */
const startLimit = 8_000 * timeFactor

const keys = {
  Escape: Key.ESCAPE,
  Enter: Key.ENTER,
  Tab: Key.TAB,
} satisfies Record<PressedKey, string>

/** Options of MiniBrowser. Under automation it stores nothing on disk, so every session is private. */
const switches = {
  plain: [],
  private: ['--private'],
  blocked: ['--cookies-policy=never'],
} satisfies Record<ProfileKind, string[]>

/** Starts WebKitGTK, driven by Selenium over WebDriver, on a virtual display. Each profile is a separate browser. */
export async function startWebKit(): Promise<Engine> {
  const programs = requiredPrograms()
  const home = mkdtempSync(path.join(tmpdir(), 'edesk-webkit-'))
  const downloads = path.join(home, 'saved')
  mkdirSync(path.join(home, '.config'))
  mkdirSync(downloads)
  writeFileSync(path.join(home, '.config/user-dirs.dirs'), 'XDG_DOWNLOAD_DIR="$HOME/saved"\n')
  const display = spawn(
    programs.display,
    ['-displayfd', '1', '-screen', '0', '1280x900x24', '-nolisten', 'tcp'],
    { stdio: ['ignore', 'pipe', 'ignore'] },
  )
  const [number] = (await once(display.stdout, 'data')) as [Buffer]
  const env = {
    ...process.env,
    DISPLAY: `:${String(number).trim()}`,
    HOME: home,
    XDG_CONFIG_HOME: '',
  }
  let driver = await startDriver(programs.driver, env)

  async function newSession(kind: ProfileKind): Promise<WebDriver> {
    const browserOptions = { binary: programs.browser, args: ['--automation', ...switches[kind]] }
    return await new Builder()
      .usingServer(driver.url)
      .withCapabilities(
        new Capabilities({
          browserName: 'MiniBrowser',
          'webkitgtk:browserOptions': browserOptions,
        }),
      )
      .build()
  }

  return {
    async open(kind) {
      const session = await within(startLimit, newSession(kind))
      if (session) return profileOf(session, downloads)
      // About once in a hundred starts, the browser never connects, and its driver accepts no other session.
      await stop(driver.process)
      driver = await startDriver(programs.driver, env)
      return profileOf(await newSession(kind), downloads)
    },
    async close() {
      await Promise.all([stop(driver.process), stop(display)])
      rmSync(home, { recursive: true, force: true })
    },
  }
}

function requiredPrograms() {
  const programs = installedWebKit()
  if (!programs) throw new Error('WebKitGTK is not installed.')
  return programs
}

async function startDriver(file: string, env: NodeJS.ProcessEnv) {
  const port = Number(await freePort())
  const driver = spawn(file, [`--port=${port}`], { stdio: 'ignore', env })
  const url = `http://127.0.0.1:${port}`
  await expect.poll(() => isReady(`${url}/status`)).toBe(true)
  return { process: driver, url }
}

/** Waits for a promise. Returns undefined if it takes longer. */
async function within<T>(milliseconds: number, promise: Promise<T>): Promise<T | undefined> {
  const ended = new AbortController()
  const late = setTimeout(milliseconds, undefined, { signal: ended.signal }).catch(() => undefined)
  // After its driver has stopped, the session fails, and nobody awaits it.
  promise.catch(() => undefined)
  return Promise.race([promise, late]).finally(() => ended.abort())
}

function profileOf(session: WebDriver, downloads: string): Profile {
  let tabs = 0
  return {
    downloads,
    async newTab() {
      // A new session already has a tab.
      if (tabs++ > 0) await session.switchTo().newWindow('tab')
      return tabOf(session, await session.getWindowHandle())
    },
    close: () => session.quit(),
  }
}

function tabOf(session: WebDriver, handle: string): TabDriver {
  /** Switches the session to this tab: it drives one tab at a time. */
  async function switched(): Promise<WebDriver> {
    await session.switchTo().window(handle)
    return session
  }

  return {
    goTo: async (url) => (await switched()).get(url),
    back: async () => (await switched()).navigate().back(),
    forward: async () => (await switched()).navigate().forward(),
    reload: async () => (await switched()).navigate().refresh(),
    async evaluate(expression) {
      const result: { value?: unknown; error?: string } = await (
        await switched()
      ).executeAsyncScript(
        `const done = arguments[0]
        Promise.resolve().then(() => (${expression})).then(
          (value) => done({ value }),
          (error) => done({ error: String(error) }),
        )`,
      )
      if (result.error !== undefined) throw new Error(result.error)
      return result.value
    },
    async click(expression) {
      const element: unknown = await (await switched()).executeScript(`return ${expression}`)
      if (!(element instanceof WebElement)) throw new Error(`No element to click: ${expression}`)
      await element.click()
    },
    async press(key) {
      await (await switched()).actions().sendKeys(keys[key]).perform()
    },
    screenshot: async () => Buffer.from(await (await switched()).takeScreenshot(), 'base64'),
  }
}

async function isReady(url: string): Promise<boolean> {
  return fetch(url).then(
    ({ ok }) => ok,
    () => false,
  )
}

async function stop(program: ChildProcess): Promise<void> {
  if (program.exitCode !== null) return
  const exit = once(program, 'exit')
  program.kill()
  await exit
}

/** Returns an unused port. */
