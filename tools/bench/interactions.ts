import type { Browser, Page } from '@playwright/test'

import { listPath } from './seededBrowser.ts'

/** The longest time from an input to its result, in milliseconds. */
const maxMs = 100
const repetitions = 10

interface Result {
  /** The element that the input shows. */
  selector: string
  /** The text or the value of the element; by default any. */
  text?: string
}

interface Interaction {
  name: string
  /** Leads to the page that the input needs. */
  prepare(page: Page, run: number): Promise<void>
  act(page: Page): Promise<void>
  result: Result
}

interface Times {
  /** From the input until the browser has drawn its result. */
  shown: number
  /** From the input until the next paint: the longest duration of the Event Timing API, which rounds to 8 ms. */
  nextPaint: number
}

declare global {
  interface Window {
    benchInput: Promise<Times>
  }
}

const interactions: readonly Interaction[] = [
  {
    name: 'Open the menu of a token',
    prepare: async (page) => {
      await openList(page)
      // A pointer is on the button before it clicks.
      await page.getByRole('button', { name: 'Actions for ShipFast' }).hover()
    },
    act: (page) => page.getByRole('button', { name: 'Actions for ShipFast' }).click(),
    result: { selector: '[role=menu]' },
  },
  {
    name: 'Open the details of a token',
    prepare: openList,
    act: (page) => page.getByRole('table').getByRole('link', { name: 'ShipFast' }).click(),
    result: { selector: 'h1', text: 'ShipFast' },
  },
  {
    name: 'Save a new token, until its key is shown',
    async prepare(page, run) {
      await openList(page)
      await page.getByRole('link', { name: 'Add a token' }).click()
      await page.getByRole('textbox', { name: 'Token Name' }).fill(`Measured ${run}`)
      await page.getByRole('radio', { name: 'Read-only', exact: true }).check()
    },
    act: (page) => page.getByRole('button', { name: 'Generate token' }).click(),
    result: { selector: 'textarea[readonly]' },
  },
]

/**
 * Measures how long the page takes to respond to clicks, with a dozen tokens. Reports the slowest of ten, because that is what a
 * person notices.
 */
export async function measureInteractions(browser: Browser, origin: string): Promise<string> {
  const context = await browser.newContext({ locale: 'en-GB', permissions: ['clipboard-write'] })
  const page = await context.newPage()
  try {
    await page.goto(`${origin}${listPath}?demo=tokens&demo.as=admin`)
    await page.getByRole('table').waitFor()
    await page.waitForLoadState('networkidle')
    const rows: string[] = []
    for (const interaction of interactions) rows.push(await measured(page, interaction))
    return ['\nInteractions: the slowest of ten', row('', 'next paint', 'shown', ''), ...rows].join(
      '\n',
    )
  } finally {
    await context.close()
  }
}

async function measured(page: Page, interaction: Interaction): Promise<string> {
  const all: Times[] = []
  for (let run = 0; run <= repetitions; run += 1) {
    await interaction.prepare(page, run)
    await page.evaluate(watchInput, interaction.result)
    await interaction.act(page)
    const times = await page.evaluate(() => window.benchInput)
    // The first run compiles the code.
    if (run > 0) all.push(times)
  }
  const shown = Math.max(...all.map((times) => times.shown))
  const nextPaint = Math.max(...all.map((times) => times.nextPaint))
  const reached = Math.max(shown, nextPaint) <= maxMs ? 'reached' : 'not reached'
  return row(
    interaction.name,
    milliseconds(nextPaint),
    milliseconds(shown),
    `  at most ${maxMs} ms: ${reached}`,
  )
}

async function openList(page: Page): Promise<void> {
  await page.keyboard.press('Escape')
  // The page of a key asks before it closes, unless the key was copied.
  const copy = page.getByRole('button', { name: 'Copy', exact: true })
  if (await copy.isVisible()) await copy.click()
  if (new URL(page.url()).pathname !== listPath) {
    await page.getByRole('link', { name: 'API Tokens', exact: true }).first().click()
  }
  await page.getByRole('table', { name: 'API Tokens' }).waitFor()
  await page.waitForLoadState('networkidle')
}

/** Runs in the page, before the click. */
function watchInput({ selector, text }: Result): void {
  const durations: number[] = []
  const observer = new PerformanceObserver((list) => {
    durations.push(...list.getEntries().map(({ duration }) => duration))
  })
  // The API reports no events that took less than 16 ms.
  observer.observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit)
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
  const isShown = () =>
    [...document.querySelectorAll<HTMLElement>(selector)].some(
      (element) =>
        element.checkVisibility() && (text === undefined || element.textContent.trim() === text),
    )

  window.benchInput = new Promise((resolve) => {
    const onPress = async ({ timeStamp }: PointerEvent) => {
      while (!isShown()) await frame()
      // The second frame starts after the first one, which contains the result, was painted.
      await frame()
      const shown = performance.now() - timeStamp
      // Entries arrive some time after the paint.
      await new Promise((done) => setTimeout(done, 200))
      observer.disconnect()
      resolve({ shown, nextPaint: Math.max(0, ...durations) })
    }
    window.addEventListener('pointerup', (event) => void onPress(event), {
      once: true,
      capture: true,
    })
  })
}

function milliseconds(value: number): string {
  return `${Math.round(value)} ms`
}

function row(name: string, nextPaint: string, shown: string, note: string): string {
  return `  ${name.padEnd(42)}${nextPaint.padStart(11)}${shown.padStart(10)}${note}`.trimEnd()
}
