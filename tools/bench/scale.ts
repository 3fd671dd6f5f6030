import type { Browser, Page } from '@playwright/test'

import type { DemoControl } from '../../src/mock/demo/demoControl.ts'
import { heapOf } from './measure.ts'
import { listPath } from './seededBrowser.ts'
import { median } from './table.ts'

const few = 25
const counts = [few, 10_000, 100_000]
const runs = 7
/** Targets: `list` and `heap` with 10,000 tokens relative to 25; searches in milliseconds. */
const aims = { list: 1.3, heap: 1.1, search: 50, searchOfMost: 150 }
const searches = ['dublin van', 'cork', 'stock levels', 'nobody has this', 'a', 'café', 'TILL 77']

interface Measured {
  count: number
  list: number[]
  search: number[]
  sort: number[]
  heap: number[]
}

/**
 * Measures the token list with few and with many tokens: opening, searching, sorting by a property without an index, and the
 * memory of the page. The pages take turns, so that a busy moment of the machine affects all of them.
 */
export async function measureScale(browser: Browser, origin: string): Promise<string> {
  const subjects: { page: Page; measured: Measured }[] = []
  try {
    for (const count of counts) {
      const page = await pageWithTokens(browser, origin, count)
      subjects.push({ page, measured: { count, list: [], search: [], sort: [], heap: [] } })
    }
    for (let run = 0; run < runs; run += 1) {
      for (const { page, measured } of subjects) await measureOnce(page, origin, measured, run)
    }
  } finally {
    for (const { page } of subjects) await page.context().close()
  }
  return table(subjects.map(({ measured }) => measured))
}

/** Opens a page in a new browser context, whose demo has `count` tokens: copies of those in the scenario `many`. */
async function pageWithTokens(browser: Browser, origin: string, count: number): Promise<Page> {
  const page = await (await browser.newContext({ locale: 'en-GB' })).newPage()
  await page.goto(`${origin}${listPath}?demo=many&demo.as=admin`)
  await page.getByRole('table').waitFor()
  await page.evaluate(importTokens, count)
  await leave(page)
  return page
}

/** Runs in the page. */
async function importTokens(count: number): Promise<void> {
  const { edeskDemo } = window as unknown as { edeskDemo: DemoControl }
  const file = await edeskDemo.export()
  const models = file.records.tokens
  const tokens = Array.from({ length: count }, (_, index) => {
    const model = models[index % models.length]
    if (!model) throw new Error('The scenario has no tokens.')
    const round = Math.floor(index / models.length)
    if (round === 0) return model
    return {
      ...model,
      id: `${model.id}${round}`,
      name: `${model.name} ${round}`,
      nameKey: `${model.nameKey}${round}`,
      keyHash: `${round}${model.keyHash}`,
      keyEnding: `${round}${model.keyEnding}`,
    }
  })
  const others = { requests: [], usage: [], activity: [], creations: [] }
  await edeskDemo.import({
    ...file,
    exchanges: [],
    records: { ...file.records, ...others, tokens },
  })
}

async function measureOnce(
  page: Page,
  origin: string,
  { list, search, sort, heap }: Measured,
  run: number,
): Promise<void> {
  await page.goto(origin + listPath)
  list.push(await page.evaluate(timeToRows, few))
  await page.waitForLoadState('networkidle')
  heap.push(await heapOf(page))
  const text = encodeURIComponent(searches[run % searches.length] ?? '')
  search.push(await page.evaluate(timeOf, `/api/tokens?search=${text}`))
  sort.push(await page.evaluate(timeOf, '/api/tokens?sort=-lastUsedAt'))
  await leave(page)
}

/** Leaves the list, which would refetch its tokens every ten seconds while the other pages are measured. */
async function leave(page: Page): Promise<void> {
  await page.goto('about:blank')
}

/** Runs in the page: milliseconds from the start of the navigation until that many rows are painted. */
async function timeToRows(rows: number): Promise<number> {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
  while (document.querySelectorAll('table tbody tr').length < rows) await frame()
  await frame()
  return performance.now()
}

/** Runs in the page: milliseconds until the response to a request was read. */
async function timeOf(url: string): Promise<number> {
  const start = performance.now()
  const response = await fetch(url)
  await response.json()
  if (!response.ok) throw new Error(`${url} responds with ${response.status}.`)
  return performance.now() - start
}

function table(all: readonly Measured[]): string {
  const [first] = all
  const cell = (text: string) => text.padStart(11)
  const ms = (values: readonly number[]) => `${Math.round(median(values))} ms`
  const mb = (values: readonly number[]) => `${(median(values) / 1_000_000).toFixed(1)} MB`
  const ratio = (measured: Measured, measure: 'list' | 'heap') =>
    median(measured[measure]) / median(first?.[measure] ?? [])
  const lines: [string, (measured: Measured) => string][] = [
    ['tokens', ({ count }) => count.toLocaleString('en')],
    ['time to the list', ({ list }) => ms(list)],
    ['  relative to 25 tokens', (measured) => ratio(measured, 'list').toFixed(2)],
    ['response to a search', ({ search }) => ms(search)],
    ['response sorted by last use', ({ sort }) => ms(sort)],
    ['heap', ({ heap }) => mb(heap)],
    ['  relative to 25 tokens', (measured) => ratio(measured, 'heap').toFixed(2)],
  ]
  const rows = lines.map(
    ([name, format]) => `  ${name.padEnd(30)}${all.map((each) => cell(format(each))).join('')}`,
  )
  const [, many, most] = all
  const verdicts =
    many && most
      ? [
          verdict('the list with 10,000', ratio(many, 'list'), aims.list),
          verdict('heap with 10,000', ratio(many, 'heap'), aims.heap),
          verdict('a search of 10,000, in ms', median(many.search), aims.search),
          verdict('a search of 100,000, in ms', median(most.search), aims.searchOfMost),
        ]
      : []
  return ['\nThe list with few tokens and with many', ...rows, ...verdicts].join('\n')
}

function verdict(name: string, value: number, max: number): string {
  const reached = value <= max ? 'reached' : 'not reached'
  return `  ${name}: ${value.toFixed(2)}, at most ${max}: ${reached}`
}
