/**
 * Measures the product against a bare page with the same libraries, with and without the mock. The pages take turns, so that a
 * busy moment of the machine affects both. tools/bench.mjs finds the browser and starts this program.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { type Browser, chromium } from '@playwright/test'

import { buildFloor, buildProduct } from './builds.ts'
import { measureDemos } from './demos.ts'
import { measureInteractions } from './interactions.ts'
import { measureLighthouse } from './lighthouse.ts'
import { measureVisits, type Visit } from './measure.ts'
import { measureQueries } from './queries.ts'
import { measureScale } from './scale.ts'
import { listPath, type Memory, memoryWithTokens } from './seededBrowser.ts'
import { serve, type Site } from './site.ts'
import { stubResponses } from './stubResponses.ts'
import { type Aim, comparisonTable } from './table.ts'

/** The number of tokens in the list: one page. */
const tokens = 25
const minRuns = 5
/** Reasons: docs/speed.md. */
const aims: Record<'first' | 'next' | 'mockedFirst' | 'mockedNext', Aim[]> = {
  first: [{ measure: 'bytes', ratio: 1.05 }],
  next: [{ measure: 'list', ratio: 1.1 }],
  mockedFirst: [
    { measure: 'bytes', ratio: 1.2 },
    { measure: 'requests', value: 12 },
    { measure: 'list', ratio: 1.2 },
    { measure: 'longTaskTime', ratio: 1.3 },
  ],
  mockedNext: [
    { measure: 'firstPaint', ratio: 1.1 },
    { measure: 'list', ratio: 1.2 },
    { measure: 'longTaskTime', ratio: 1.3 },
  ],
}

interface Subject {
  site: Site
  path: string
  memory?: Memory
  first: Visit[]
  repeat: Visit[]
}

const folder = await mkdtemp(path.join(tmpdir(), 'edesk-bench-'))
const sites: Site[] = []
let browser: Browser | undefined
try {
  await bench(requestedRuns())
} catch (error) {
  console.error('\n✗ The benchmark failed.', error instanceof Error ? error.message : error)
  process.exitCode = 1
} finally {
  await browser?.close()
  for (const site of sites) site.close()
  await rm(folder, { recursive: true, force: true })
}

async function bench(runs: number): Promise<void> {
  console.log('Building the bare page and the product, each with and without the mock')
  const floor = await built('floor', buildFloor, false)
  const product = await built('product', buildProduct, false)
  const mockedFloor = await built('floor-mock', buildFloor, true)
  const mockedProduct = await built('product-mock', buildProduct, true)

  browser = await launch()
  console.log(`Generating ${tokens} tokens in the demo`)
  mockedProduct.memory = await memoryWithTokens(browser, mockedProduct.site.origin, tokens)

  const subjects = [floor, product, mockedFloor, mockedProduct]
  console.log('Warming up: opening each page once')
  for (const subject of subjects) await measured(browser, subject)
  for (let run = 1; run <= runs; run += 1) {
    console.log(`Run ${run} of ${runs}`)
    for (const subject of subjects) {
      const { first, repeat } = await measured(browser, subject)
      subject.first.push(first)
      subject.repeat.push(repeat)
    }
  }

  const tables = [
    comparisonTable('Without the mock, first visit', floor.first, product.first, aims.first),
    comparisonTable('Without the mock, next visit', floor.repeat, product.repeat, aims.next),
    comparisonTable(
      'With the mock, first visit',
      mockedFloor.first,
      mockedProduct.first,
      aims.mockedFirst,
    ),
    comparisonTable(
      'With the mock, next visit',
      mockedFloor.repeat,
      mockedProduct.repeat,
      aims.mockedNext,
    ),
  ]
  for (const table of tables) console.log(table)
  console.log(await measureInteractions(browser, mockedProduct.site.origin))
  console.log(await measureDemos(browser, mockedProduct.site.origin))
  console.log(await measureScale(browser, mockedProduct.site.origin))
  const earlier = process.argv[3]
  const sitesToCompare = earlier
    ? [mockedProduct.site, await served(earlier)]
    : [mockedProduct.site]
  console.log(
    await measureQueries(
      launch,
      sitesToCompare.map(({ origin }) => origin),
    ),
  )
  console.log(await measureLighthouse(mockedProduct.site.origin, process.env.CHROMIUM_PATH ?? ''))
  console.log(
    `\n  Medians of ${runs} runs. Milliseconds depend on this machine and its load: compare the ratios.` +
      '\n  To interpret the results: docs/speed.md\n',
  )
}

function launch(): Promise<Browser> {
  return chromium.launch({
    ...(process.env.CHROMIUM_PATH ? { executablePath: process.env.CHROMIUM_PATH } : {}),
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  })
}

/** Serves an earlier build of the demo, without a policy: its scripts are not those that this version's policy allows. */
async function served(folder: string): Promise<Site> {
  const site = await serve(folder, { hasPolicy: false })
  sites.push(site)
  return site
}

async function built(
  name: string,
  build: (folder: string, options: { mock: boolean }) => Promise<void>,
  mock: boolean,
): Promise<Subject> {
  const target = path.join(folder, name)
  await build(target, { mock })
  const isProduct = build === buildProduct
  const site = await serve(target, {
    hasPolicy: isProduct,
    ...(isProduct && !mock ? { answers: stubResponses } : {}),
  })
  sites.push(site)
  return { site, path: isProduct ? listPath : '/', first: [], repeat: [] }
}

async function measured(
  browser: Browser,
  { site, path, memory }: Subject,
): Promise<{ first: Visit; repeat: Visit }> {
  const context = await browser.newContext({
    locale: 'en-GB',
    ...(memory ? { storageState: memory } : {}),
  })
  try {
    return await measureVisits(context, site, path, tokens)
  } finally {
    await context.close()
  }
}

function requestedRuns(): number {
  const given = process.argv[2]
  if (given === undefined) return minRuns
  const runs = Number(given)
  if (Number.isInteger(runs) && runs >= minRuns) return runs
  throw new Error(`Invalid number of runs "${given}". Use ${minRuns} or more: npm run bench -- 9`)
}
