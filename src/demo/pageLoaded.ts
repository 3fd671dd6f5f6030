import type { Pinia } from 'pinia'
import type { Router } from 'vue-router'

import { firstPageLoaded } from '#src/ui/lib/firstPageLoaded.ts'

/** What the demo adds does not wait longer than this for the first page, which may get no response. */
const timeoutMs = 3_000

/** Resolves when the first page has loaded its data and the browser is idle, so that the page loads before the demo's parts. */
export async function pageLoaded(router: Router, pinia: Pinia): Promise<void> {
  await Promise.race([firstPageLoaded(router, pinia), afterTimeout()])
  await idle()
}

function afterTimeout(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, timeoutMs))
}

function idle(): Promise<void> {
  return new Promise((resolve) => {
    if ('requestIdleCallback' in globalThis) {
      requestIdleCallback(() => resolve(), { timeout: timeoutMs })
    } else setTimeout(resolve)
  })
}
