import type { Browser, Page } from '@playwright/test'

import { type ScenarioName, scenarioNames } from '../../src/mock/scenarios/scenarioNames.ts'

/** Which scenarios are brought back, and how long that may take, in milliseconds. */
const resets = { tokens: 1_000, many: 3_000 } as const
/** How much longer than the empty one a scenario may take until it is ready, in milliseconds. */
const longerThanEmpty = 2_000
const times = 3

/**
 * Measures the demos: how long each scenario takes in a browser that has never been here until it is ready, and how long Reset
 * takes. Each the best of some times, as everything else that the machine does only adds to it.
 */
export async function measureDemos(browser: Browser, origin: string): Promise<string> {
  const rows: string[] = []
  const empty = await best(() => ready(browser, origin, 'empty'))
  rows.push(row('empty', empty, ''))
  for (const name of scenarioNames.filter((each) => each !== 'empty')) {
    const taken = await best(() => ready(browser, origin, name))
    rows.push(row(name, taken, verdict(taken, empty + longerThanEmpty)))
  }
  for (const [name, most] of Object.entries(resets)) {
    const taken = await best(() => reset(browser, origin, name as ScenarioName))
    rows.push(row(`Reset of ${name}`, taken, verdict(taken, most)))
  }
  return `\nDemos: from a cold browser until the backend answers, and back to the beginning\n${rows.join('\n')}`
}

function ready(browser: Browser, origin: string, name: ScenarioName): Promise<number> {
  return inNewBrowser(browser, async (page) => {
    const start = performance.now()
    await page.goto(`${origin}/?demo=${name}`)
    await page.locator('html[data-demo-ready]').waitFor({ state: 'attached' })
    return performance.now() - start
  })
}

/** From the press of the button until it is told that everything is as at the beginning, the page's list included. */
function reset(browser: Browser, origin: string, name: ScenarioName): Promise<number> {
  return inNewBrowser(browser, async (page) => {
    await page.goto(`${origin}/?demo=${name}&demo.panel=open`)
    await page.getByRole('table').waitFor()
    const start = performance.now()
    await page.getByRole('button', { name: 'Reset', exact: true }).click()
    await page.getByRole('status').filter({ hasText: 'as the scenario begins' }).waitFor()
    await page.getByRole('table').waitFor()
    return performance.now() - start
  })
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
  for (let time = 0; time < times; time += 1) taken.push(await measure())
  return Math.min(...taken)
}

function verdict(taken: number, most: number): string {
  return `at most ${Math.round(most)} ms: ${taken <= most ? 'reached' : 'not reached'}`
}

function row(name: string, taken: number, said: string): string {
  return `  ${name.padEnd(20)} ${`${Math.round(taken)} ms`.padStart(9)}  ${said}`.trimEnd()
}
