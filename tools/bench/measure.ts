import type { BrowserContext, Page } from '@playwright/test'

import type { Site, Traffic } from './site.ts'

/** Measurements of one page visit, until the list is visible and the page is idle. */
export interface Visit extends Traffic {
  /** Milliseconds from the start of the navigation to the first contentful paint. */
  firstPaint: number
  /** Milliseconds from the start of the navigation until all rows of the table are visible. */
  list: number
  /** The number of tasks of 50 ms or more, and their total duration. */
  longTasks: number
  longTaskTime: number
  /** Used bytes of the JavaScript heap after a garbage collection. */
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

/** How long to wait for the list, in milliseconds. */
const timeoutMs = 30_000

/** Opens `path` twice, with an empty cache at first, and measures both visits. */
export async function measureVisits(
  context: BrowserContext,
  site: Site,
  path: string,
  rows: number,
): Promise<{ first: Visit; repeat: Visit }> {
  const page = await context.newPage()
  await page.addInitScript(watchPage, { rows, timeoutMs })
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

/** Returns the used bytes of a page's JavaScript heap after a garbage collection. */
export async function heapOf(page: Page): Promise<number> {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('HeapProfiler.collectGarbage')
  const { usedSize } = await devtools.send('Runtime.getHeapUsage')
  await devtools.detach()
  return usedSize
}

/** Runs in the page, before its own scripts. */
function watchPage({ rows, timeoutMs }: { rows: number; timeoutMs: number }): void {
  const longTasks: number[] = []
  new PerformanceObserver((list) => {
    longTasks.push(...list.getEntries().map(({ duration }) => duration))
  }).observe({ type: 'longtask', buffered: true })

  const listShown = new Promise<number>((resolve, reject) => {
    const observer = new MutationObserver(() => {
      if (document.querySelectorAll('table tbody tr').length < rows) return
      observer.disconnect()
      // The second frame starts after the first one, which contains the rows, was painted.
      requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now())))
    })
    observer.observe(document, { childList: true, subtree: true })
    setTimeout(() => {
      reject(new Error(`No table with ${rows} rows appeared on ${location.href}.`))
    }, timeoutMs)
  })
  window.benchWatch = { listShown, longTasks }
}
