import { createRequire } from 'node:module'
import { readFileSync } from 'node:fs'
import path from 'node:path'

import { expect } from '@playwright/test'

import { scriptOf } from '../../tools/scriptOf.ts'
import { timeFactor } from '../support/timeFactor.ts'
import type { PressedKey, TabDriver } from './driver.ts'

const require = createRequire(import.meta.url)
const testingLibrary = path.join(
  path.dirname(require.resolve('@testing-library/dom/package.json')),
  'dist/@testing-library/dom.umd.min.js',
)
const finder = `${readFileSync(testingLibrary, 'utf8')}\n${scriptOf('tests/engines/inPage.ts')}`

/** An element, by role and name; `within` another one. */
export interface Wanted {
  role: string
  name?: string
  nameBegins?: string
  within?: Wanted
}

/** How long a tab waits for what it is asked for. */
const patience = { timeout: 10_000 * timeFactor, intervals: [50, 100, 200, 400] }

/** A tab as the journeys use it: the same for every engine. Whatever is not there yet is waited for. */
export class Tab {
  readonly driver: TabDriver
  readonly #origin: string

  constructor(driver: TabDriver, origin: string) {
    this.driver = driver
    this.#origin = origin
  }

  /** Goes to an address of the application, such as `/settings/api-tokens`. */
  async open(address: string): Promise<void> {
    await this.driver.goTo(this.#origin + address)
  }

  async click(role: string, name?: string, within?: Wanted): Promise<void> {
    const wanted = wantedOf(role, name, within)
    await this.#untilItWorks(async () => {
      await this.#prepare()
      await this.driver.click(`edeskEngine.target(${JSON.stringify(wanted)})`)
    })
  }

  /** Writes into a field, in place of what is there. */
  async fill(role: string, name: string, text: string): Promise<void> {
    await this.#untilItWorks(() => this.#ask('fill', { role, name }, text))
    await expect.poll(() => this.value(role, name), patience).toBe(text)
  }

  /** Chooses an option of a combobox. */
  async choose(name: string, label: string): Promise<void> {
    await this.#untilItWorks(() => this.#ask('choose', { role: 'combobox', name }, label))
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

  /** Waits until there is such an element. */
  async sees(role: string, name?: string, within?: Wanted): Promise<void> {
    await expect
      .poll(() => this.#has(wantedOf(role, name, within)), {
        ...patience,
        message: `There is a ${role} ${name ?? ''}`,
      })
      .toBe(true)
  }

  /** Waits until there is no such element. */
  async seesNo(role: string, name?: string): Promise<void> {
    await expect
      .poll(() => this.#has(wantedOf(role, name)), {
        ...patience,
        message: `There is no ${role} ${name ?? ''}`,
      })
      .toBe(false)
  }

  /** Waits until an element contains a text: by default the page. */
  async reads(text: string, wanted?: Wanted): Promise<void> {
    const read = () => (wanted ? this.#ask('textOf', wanted) : this.pageText()).catch(() => '')
    await expect.poll(read, patience).toContain(text)
  }

  /** All that can be read on the page. */
  async pageText(): Promise<string> {
    return String(await this.driver.evaluate('document.body.innerText'))
  }

  async value(role: string, name: string): Promise<string> {
    return String(await this.#ask('valueOf', { role, name }))
  }

  /** Evaluates an expression in the page. */
  async evaluate(expression: string): Promise<unknown> {
    return this.driver.evaluate(expression)
  }

  /** Waits until the address is this one. */
  async isAt(address: string | RegExp): Promise<void> {
    const here = async () =>
      String(await this.driver.evaluate('location.pathname + location.search'))
    if (typeof address === 'string') await expect.poll(here, patience).toBe(address)
    else await expect.poll(here, patience).toMatch(address)
  }

  async #has(wanted: Wanted): Promise<boolean> {
    try {
      await this.#prepare()
      return Boolean(
        await this.driver.evaluate(`edeskEngine.find(${JSON.stringify(wanted)}) !== null`),
      )
    } catch {
      // Between two pages there is nothing.
      return false
    }
  }

  async #ask(question: string, wanted: Wanted, ...more: string[]): Promise<unknown> {
    await this.#prepare()
    const given = [wanted, ...more].map((value) => JSON.stringify(value)).join(', ')
    return this.driver.evaluate(`edeskEngine.${question}(${given})`)
  }

  /** Each page needs a finder of its own. */
  async #prepare(): Promise<void> {
    const isThere = await this.driver.evaluate(`typeof edeskEngine === 'object'`)
    if (isThere !== true) await this.driver.evaluate(`(() => {\n${finder}\n})()`)
  }

  async #untilItWorks(work: () => Promise<unknown>): Promise<void> {
    await expect(async () => {
      await work()
    }).toPass(patience)
  }
}

function wantedOf(role: string, name?: string, within?: Wanted): Wanted {
  return { role, ...(name === undefined ? {} : { name }), ...(within ? { within } : {}) }
}
