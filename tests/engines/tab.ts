import { createRequire } from 'node:module'
import { readFileSync } from 'node:fs'
import path from 'node:path'

import { expect } from '@playwright/test'

import { compileInlineScript } from '../../tools/build/compileInlineScript.ts'
import { timeFactor } from '../support/timeFactor.ts'
import type { PressedKey, TabDriver } from './driver.ts'

const require = createRequire(import.meta.url)
const testingLibrary = path.join(
  path.dirname(require.resolve('@testing-library/dom/package.json')),
  'dist/@testing-library/dom.umd.min.js',
)
const finder = `${readFileSync(testingLibrary, 'utf8')}\n${compileInlineScript('tests/engines/inPage.ts')}`

/** Identifies an element by role and name, optionally `within` another one. */
export interface Wanted {
  role: string
  name?: string
  nameBegins?: string
  within?: Wanted
}

/** How long, and how often, a tab retries. */
const retryOptions = { timeout: 10_000 * timeFactor, intervals: [50, 100, 200, 400] }

/** A tab with the same functions for every engine. All functions wait until the element exists. */
export class Tab {
  readonly driver: TabDriver
  readonly #origin: string

  constructor(driver: TabDriver, origin: string) {
    this.driver = driver
    this.#origin = origin
  }

  /** Goes to a path of the application, such as `/settings/api-tokens`. */
  async open(path: string): Promise<void> {
    await this.driver.goTo(this.#origin + path)
  }

  async click(role: string, name?: string, within?: Wanted): Promise<void> {
    const wanted = wantedOf(role, name, within)
    await this.#retry(async () => {
      await this.#prepare()
      await this.driver.click(`edeskEngine.target(${JSON.stringify(wanted)})`)
    })
  }

  /** Replaces the text of a field. */
  async fill(role: string, name: string, text: string): Promise<void> {
    await this.#retry(() => this.#callInPage('fill', { role, name }, text))
    await expect.poll(() => this.value(role, name), retryOptions).toBe(text)
  }

  /** Chooses an option of a combobox. */
  async choose(name: string, label: string): Promise<void> {
    await this.#retry(() => this.#callInPage('choose', { role: 'combobox', name }, label))
  }

  async press(key: PressedKey): Promise<void> {
    await this.driver.press(key)
  }

  async back(): Promise<void> {
    await this.driver.back()
  }

  async forward(): Promise<void> {
    await this.driver.forward()
  }

  async reload(): Promise<void> {
    await this.driver.reload()
  }

  /** Waits until the element exists. */
  async waitForElement(role: string, name?: string, within?: Wanted): Promise<void> {
    await expect
      .poll(() => this.#exists(wantedOf(role, name, within)), {
        ...retryOptions,
        message: `${role} ${name ?? ''} exists`,
      })
      .toBe(true)
  }

  /** Waits until the element does not exist. */
  async waitForNoElement(role: string, name?: string): Promise<void> {
    await expect
      .poll(() => this.#exists(wantedOf(role, name)), {
        ...retryOptions,
        message: `${role} ${name ?? ''} does not exist`,
      })
      .toBe(false)
  }

  /** Waits until an element, by default the whole page, contains a text. */
  async waitForText(text: string, wanted?: Wanted): Promise<void> {
    const read = () =>
      (wanted ? this.#callInPage('textOf', wanted) : this.pageText()).catch(() => '')
    await expect.poll(read, retryOptions).toContain(text)
  }

  /**
   * Waits until the demo has created its database, or has failed to. WebKit keeps a page that is left in the middle of this, and the
   * next page then waits for it.
   */
  async waitForDemo(): Promise<void> {
    const isReady = () => this.driver.evaluate(`'demoReady' in document.documentElement.dataset`)
    await expect.poll(isReady, { ...retryOptions, message: 'the demo is ready' }).toBe(true)
  }

  /** Returns the visible text of the page. */
  async pageText(): Promise<string> {
    return String(await this.driver.evaluate('document.body.innerText'))
  }

  async value(role: string, name: string): Promise<string> {
    return String(await this.#callInPage('valueOf', { role, name }))
  }

  /** Evaluates an expression in the page. */
  async evaluate(expression: string): Promise<unknown> {
    return this.driver.evaluate(expression)
  }

  /** Waits until the path and query of the page match. */
  async waitForPath(expected: string | RegExp): Promise<void> {
    const current = async () =>
      String(await this.driver.evaluate('location.pathname + location.search'))
    if (typeof expected === 'string') await expect.poll(current, retryOptions).toBe(expected)
    else await expect.poll(current, retryOptions).toMatch(expected)
  }

  async #exists(wanted: Wanted): Promise<boolean> {
    try {
      await this.#prepare()
      return Boolean(
        await this.driver.evaluate(`edeskEngine.find(${JSON.stringify(wanted)}) !== null`),
      )
    } catch {
      // Evaluation fails during a navigation.
      return false
    }
  }

  /** Calls a function of inPage.ts. */
  async #callInPage(name: string, wanted: Wanted, ...more: string[]): Promise<unknown> {
    await this.#prepare()
    const args = [wanted, ...more].map((value) => JSON.stringify(value)).join(', ')
    return this.driver.evaluate(`edeskEngine.${name}(${args})`)
  }

  /** Loads inPage.ts, unless this page already has it. */
  async #prepare(): Promise<void> {
    const isLoaded = await this.driver.evaluate(`typeof edeskEngine === 'object'`)
    if (isLoaded !== true) await this.driver.evaluate(`(() => {\n${finder}\n})()`)
  }

  async #retry(action: () => Promise<unknown>): Promise<void> {
    await expect(async () => {
      await action()
    }).toPass(retryOptions)
  }
}

function wantedOf(role: string, name?: string, within?: Wanted): Wanted {
  return { role, ...(name === undefined ? {} : { name }), ...(within ? { within } : {}) }
}
