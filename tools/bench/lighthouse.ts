import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

import { listPath } from './seededBrowser.ts'

/** Not a dependency: only this measurement needs it. npm downloads it when the benchmark runs. */
const lighthouse = 'lighthouse@13.5.0'
const timeoutMs = 180_000

interface Report {
  categories: { performance: { score: number | null } }
  audits: Readonly<Record<string, { displayValue?: string }>>
}

/**
 * Measures the list with Lighthouse, which simulates a slow phone on a slow network. Returns the score, or why there is none: the
 * package cannot be downloaded, or it finds no browser.
 */
export async function measureLighthouse(origin: string, browser: string): Promise<string> {
  const title = '\nLighthouse, performance (simulated phone)'
  try {
    const { categories, audits } = await runLighthouse(
      `${origin}${listPath}?demo=tokens&demo.as=admin`,
      browser,
    )
    const { score } = categories.performance
    if (score === null) return `${title}: no score`
    const named = ['first-contentful-paint', 'largest-contentful-paint', 'total-blocking-time']
    const values = named.map((name) => `  ${name} ${audits[name]?.displayValue ?? '–'}`)
    return [`${title}: ${Math.round(score * 100)} of 100`, ...values].join('\n')
  } catch (error) {
    const [reason] = (error instanceof Error ? error.message : String(error)).split('\n')
    return `${title}: not available (${reason})`
  }
}

async function runLighthouse(url: string, browser: string): Promise<Report> {
  const root = process.getuid?.() === 0
  const { stdout } = await promisify(execFile)(
    'npm',
    [
      'exec',
      '--yes',
      `--package=${lighthouse}`,
      '--',
      'lighthouse',
      url,
      '--output=json',
      '--quiet',
      '--only-categories=performance',
      '--no-enable-error-reporting',
      `--chrome-flags=--headless${root ? ' --no-sandbox' : ''}`,
    ],
    { env: { ...process.env, CHROME_PATH: browser }, timeout: timeoutMs, maxBuffer: 100_000_000 },
  )
  return JSON.parse(stdout) as Report
}
