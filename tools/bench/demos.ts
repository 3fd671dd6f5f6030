import type { Browser, Page } from '@playwright/test'

import type { DemoControl } from '../../src/mock/demo/demoControl.ts'
import { type ScenarioName, scenarioNames } from '../../src/mock/scenarios/scenarioNames.ts'

/** The scenarios to reset, with the maximum time for each, in milliseconds. */
const maxResetMs = { tokens: 200, many: 500 } as const
/** How much longer a scenario may take to be ready than the empty one, in milliseconds. */
const maxMsOverEmpty = 500
const repetitions = 3

/**
 * Measures how long each scenario takes to be ready in a new browser, and how long a reset takes. Returns the best of several
 * repetitions, because other load on the machine only adds time.
 */
export async function measureDemos(browser: Browser, origin: string): Promise<string> {
  const rows: string[] = []
  const empty = await best(() => ready(browser, origin, 'empty'))
  rows.push(row('empty', empty, ''))
  for (const name of scenarioNames.filter((each) => each !== 'empty')) {
    const taken = await best(() => ready(browser, origin, name))
    rows.push(row(name, taken, verdict(taken, empty + maxMsOverEmpty)))
  }
  for (const [name, maxMs] of Object.entries(maxResetMs)) {
    for (const isStored of [true, false]) {
      const taken = await best(() => reset(browser, origin, name as ScenarioName, isStored))
      const when = isStored ? '' : ', right after opening'
      rows.push(row(`Reset of ${name}${when}`, taken, verdict(taken, maxMs)))
    }
  }
  return `\nDemos: time until the backend is ready in a new browser, and time to reset\n${rows.join('\n')}`
}

function ready(browser: Browser, origin: string, name: ScenarioName): Promise<number> {
  return inNewBrowser(browser, async (page) => {
    const start = performance.now()
    await page.goto(`${origin}/?demo=${name}`)
    await page.locator('html[data-demo-ready]').waitFor({ state: 'attached' })
    return performance.now() - start
  })
}

/**
 * Measures from the click on Reset until the page confirms the reset and shows its list again.
 *
 * @param isStored whether the browser has stored the demo's data before: this takes it seconds after the page has opened.
 */
function reset(
  browser: Browser,
  origin: string,
  name: ScenarioName,
  isStored: boolean,
): Promise<number> {
  return inNewBrowser(browser, async (page) => {
    await page.goto(`${origin}/?demo=${name}&demo.panel=open`)
    await page.getByRole('table').waitFor()
    if (isStored) await page.evaluate(whenStored)
    const start = performance.now()
    await page.getByRole('button', { name: 'Reset', exact: true }).click()
    await page.getByRole('status').filter({ hasText: 'is back at its start' }).waitFor()
    await page.getByRole('table').waitFor()
    return performance.now() - start
  })
}

/** Runs in the page. A change, such as the session of a user, waits until the demo's data are stored. */
async function whenStored(): Promise<void> {
  const { edeskDemo } = window as unknown as { edeskDemo: DemoControl }
  await edeskDemo.send({ as: 'admin', method: 'GET', path: '/api/session', record: false })
}

async function inNewBrowser<Result>(
  browser: Browser,
  run: (page: Page) => Promise<Result>,
): Promise<Result> {
  const context = await browser.newContext({ locale: 'en-GB' })
  try {
    return await run(await context.newPage())
  } finally {
    await context.close()
  }
}

async function best(measure: () => Promise<number>): Promise<number> {
  const taken: number[] = []
  for (let run = 0; run < repetitions; run += 1) taken.push(await measure())
  return Math.min(...taken)
}

function verdict(taken: number, maxMs: number): string {
  return `at most ${Math.round(maxMs)} ms: ${taken <= maxMs ? 'reached' : 'not reached'}`
}

function row(name: string, taken: number, note: string): string {
  return `  ${name.padEnd(36)} ${`${Math.round(taken)} ms`.padStart(9)}  ${note}`.trimEnd()
}
