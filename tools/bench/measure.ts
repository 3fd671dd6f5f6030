import type { BrowserContext, Page } from '@playwright/test'

import type { Site, Traffic } from './site.ts'

/** One opening of a page, until its list is on the screen and the page is at rest. */
export interface Visit extends Traffic {
  /** Milliseconds from the start of the navigation to the first thing on the screen. */
  firstPaint: number
  /** Milliseconds from the start of the navigation to a table with all its rows on the screen. */
  list: number
  /** How often the page kept the browser busy for 50 ms or more, and for how long in all. */
  longTasks: number
  longTaskTime: number
  /** Bytes of JavaScript's memory in use, after a garbage collection. */
  heap: number
}

interface Watch {
  listShown: Promise<number>
  longTasks: number[]
}

declare global {
  interface Window {
    benchWatch: Watch
  }
}

/** How long the list may take, in milliseconds. */
const patience = 30_000

/** Opens `path` twice in a browser that has never loaded a file of it: the first visit, and the next one. */
export async function measureVisits(
  context: BrowserContext,
  site: Site,
  path: string,
  rows: number,
): Promise<{ first: Visit; repeat: Visit }> {
  const page = await context.newPage()
  await page.addInitScript(watchPage, { rows, patience })
  const first = await measureVisit(page, site, path)
  await page.goto('about:blank')
  const repeat = await measureVisit(page, site, path)
  return { first, repeat }
}

async function measureVisit(page: Page, site: Site, path: string): Promise<Visit> {
  site.takeTraffic()
  await page.goto(site.origin + path)
  const list = await page.evaluate(() => window.benchWatch.listShown)
  await page.waitForLoadState('networkidle')
  const { firstPaint, longTasks } = await page.evaluate(() => ({
    firstPaint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN,
    longTasks: window.benchWatch.longTasks,
  }))
  return {
    ...site.takeTraffic(),
    firstPaint,
    list,
    longTasks: longTasks.length,
    longTaskTime: longTasks.reduce((total, duration) => total + duration, 0),
    heap: await heapOf(page),
  }
}

/** Bytes of JavaScript's memory in use in a page, after a garbage collection. */
export async function heapOf(page: Page): Promise<number> {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('HeapProfiler.collectGarbage')
  const { usedSize } = await devtools.send('Runtime.getHeapUsage')
  await devtools.detach()
  return usedSize
}

/** Runs in the page, before anything of its own. */
function watchPage({ rows, patience }: { rows: number; patience: number }): void {
  const longTasks: number[] = []
  new PerformanceObserver((seen) => {
    longTasks.push(...seen.getEntries().map(({ duration }) => duration))
  }).observe({ type: 'longtask', buffered: true })

  const listShown = new Promise<number>((resolve, reject) => {
    const observer = new MutationObserver(() => {
      if (document.querySelectorAll('table tbody tr').length < rows) return
      observer.disconnect()
      // The second frame begins when the first one, which holds the rows, has been drawn.
      requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now())))
    })
    observer.observe(document, { childList: true, subtree: true })
    setTimeout(() => {
      reject(new Error(`No table with ${rows} rows came at ${location.href}: open it and see why.`))
    }, patience)
  })
  window.benchWatch = { listShown, longTasks }
}
