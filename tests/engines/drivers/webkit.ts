import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'

import { expect } from '@playwright/test'
import { Builder, Capabilities, Key, type WebDriver, WebElement } from 'selenium-webdriver'

import { installedWebKit } from '../../../tools/webkit.mjs'
import { timeFactor } from '../../support/timeFactor.ts'
import type { Engine, PressedKey, Profile, ProfileKind, TabDriver } from '../driver.ts'

/** A browser starts in one to three seconds. */
const startLimit = 8_000 * timeFactor

const keys = {
  Escape: Key.ESCAPE,
  Enter: Key.ENTER,
  Tab: Key.TAB,
} satisfies Record<PressedKey, string>

/** What MiniBrowser is started with. Under automation it keeps nothing on the disk: every session is a private one. */
const switches = {
  plain: [],
  private: ['--private'],
  blocked: ['--cookies-policy=never'],
} satisfies Record<ProfileKind, string[]>

/** WebKitGTK, driven over WebDriver by Selenium, on a display without a screen. Each profile is a browser of its own. */
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
      .usingServer(driver.address)
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
      // Once in some hundred starts the browser never connects to its driver, which then takes no other session.
      await ended(driver.process)
      driver = await startDriver(programs.driver, env)
      return profileOf(await newSession(kind), downloads)
    },
    async close() {
      await Promise.all([ended(driver.process), ended(display)])
      rmSync(home, { recursive: true, force: true })
    },
  }
}

function requiredPrograms() {
  const programs = installedWebKit()
  if (!programs) throw new Error('There is no WebKitGTK on this machine.')
  return programs
}

async function startDriver(file: string, env: NodeJS.ProcessEnv) {
  const port = await freePort()
  const driver = spawn(file, [`--port=${port}`], { stdio: 'ignore', env })
  const address = `http://127.0.0.1:${port}`
  await expect.poll(() => answers(`${address}/status`)).toBe(true)
  return { process: driver, address }
}

/** The promise's value, or `undefined` if it takes longer. */
async function within<T>(milliseconds: number, promise: Promise<T>): Promise<T | undefined> {
  const ended = new AbortController()
  const late = setTimeout(milliseconds, undefined, { signal: ended.signal }).catch(() => undefined)
  // The session of a driver that was stopped fails later, when nobody waits for it.
  promise.catch(() => undefined)
  return Promise.race([promise, late]).finally(() => ended.abort())
}

function profileOf(session: WebDriver, downloads: string): Profile {
  let tabs = 0
  return {
    downloads,
    async newTab() {
      // A session begins with a tab.
      if (tabs++ > 0) await session.switchTo().newWindow('tab')
      return tabOf(session, await session.getWindowHandle())
    },
    close: () => session.quit(),
  }
}

function tabOf(session: WebDriver, handle: string): TabDriver {
  /** A session talks to one tab at a time. */
  async function here(): Promise<WebDriver> {
    await session.switchTo().window(handle)
    return session
  }

  return {
    goTo: async (address) => (await here()).get(address),
    back: async () => (await here()).navigate().back(),
    forward: async () => (await here()).navigate().forward(),
    reload: async () => (await here()).navigate().refresh(),
    async evaluate(expression) {
      const answer: { value?: unknown; error?: string } = await (
        await here()
      ).executeAsyncScript(
        `const done = arguments[0]
        Promise.resolve().then(() => (${expression})).then(
          (value) => done({ value }),
          (error) => done({ error: String(error) }),
        )`,
      )
      if (answer.error !== undefined) throw new Error(answer.error)
      return answer.value
    },
    async click(expression) {
      const element: unknown = await (await here()).executeScript(`return ${expression}`)
      if (!(element instanceof WebElement)) throw new Error(`Nothing to click: ${expression}`)
      await element.click()
    },
    async press(key) {
      await (await here()).actions().sendKeys(keys[key]).perform()
    },
    screenshot: async () => Buffer.from(await (await here()).takeScreenshot(), 'base64'),
  }
}

async function answers(address: string): Promise<boolean> {
  return fetch(address).then(
    ({ ok }) => ok,
    () => false,
  )
}

async function ended(program: ChildProcess): Promise<void> {
  if (program.exitCode !== null) return
  const exit = once(program, 'exit')
  program.kill()
  await exit
}

/** A port that nothing uses. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0)
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('There is no free port.')
  return address.port
}
