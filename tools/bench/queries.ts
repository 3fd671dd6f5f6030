import type { Browser } from '@playwright/test'

import { listPath } from './seededBrowser.ts'
import { median } from './table.ts'

const runs = 9
/** Requests per measurement: a browser counts its CPU time in steps of ten milliseconds. */
const requests = 10
const lastPage = 400
const orders = ['name', '-name', 'createdAt', '-createdAt', 'lastUsedAt', '-lastUsedAt']
const searches = {
  'one word': 'dublin',
  'two words': 'dublin van',
  accents: 'café',
  none: 'nobody',
}

/** The queries of the token list, by what they do. */
const queries = new Map([
  ['in the initial order', ''],
  ...orders.flatMap((sort): [string, string][] => [
    [`by ${sort}, first page`, `sort=${sort}`],
    [`by ${sort}, last page`, `sort=${sort}&page=${lastPage}`],
  ]),
  ...Object.entries(searches).map(([what, search]): [string, string] => [
    `search: ${what}`,
    `sort=-createdAt&search=${encodeURIComponent(search)}`,
  ]),
])

/** Returns the CPU time of a request in milliseconds. */
type Measure = (query: string) => Promise<number>

/**
 * Measures the CPU time of all processes of a browser for queries of the list with 10,000 tokens (the scenario `many`).
 *
 * @param origins a build, and optionally an earlier one to compare it with. They take turns.
 */
export async function measureQueries(
  launch: () => Promise<Browser>,
  origins: readonly string[],
): Promise<string> {
  const subjects = await Promise.all(origins.map(async (origin) => open(await launch(), origin)))
  try {
    const rows: string[] = []
    for (const [what, query] of queries) {
      const times = subjects.map((): number[] => [])
      for (let run = 0; run <= runs; run += 1) {
        for (const [index, { measure }] of subjects.entries()) {
          const time = await measure(query)
          // The first run compiles the code.
          if (run > 0) times[index]?.push(time)
        }
      }
      rows.push(row(what, times.map(median)))
    }
    const compared = subjects.length > 1 ? ', and of an earlier build' : ''
    return [`\nCPU time of the list with 10,000 tokens${compared}`, ...rows].join('\n')
  } finally {
    for (const { browser } of subjects) await browser.close()
  }
}

async function open(
  browser: Browser,
  origin: string,
): Promise<{ browser: Browser; measure: Measure }> {
  const page = await browser.newPage()
  await page.goto(`${origin}${listPath}?demo=many&demo.as=admin`)
  await page.getByRole('table').waitFor()
  // A page without a list, which would refetch it.
  await page.goto(`${origin}/settings`)
  await page.locator('html[data-demo-ready]').waitFor({ state: 'attached' })
  const session = await browser.newBrowserCDPSession()
  const cpuTime = async () => {
    const { processInfo } = await session.send('SystemInfo.getProcessInfo')
    return processInfo.reduce((sum, { cpuTime: seconds }) => sum + seconds * 1000, 0)
  }
  const measure: Measure = async (query) => {
    const start = await cpuTime()
    await page.evaluate(request, { url: `/api/tokens?${query}`, count: requests })
    return ((await cpuTime()) - start) / requests
  }
  return { browser, measure }
}

/** Runs in the page. */
async function request({ url, count }: { url: string; count: number }): Promise<void> {
  for (let sent = 0; sent < count; sent += 1) {
    const response = await fetch(url)
    await response.json()
    if (!response.ok) throw new Error(`${url} responds with ${response.status}.`)
  }
}

function row(name: string, [time = NaN, earlier]: readonly number[]): string {
  const numbers =
    earlier === undefined
      ? ''
      : `${earlier.toFixed(1).padStart(9)} ms${(time / earlier).toFixed(2).padStart(8)}`
  return `  ${name.padEnd(30)}${time.toFixed(1).padStart(8)} ms${numbers}`
}
