import { useQueryCache } from '@pinia/colada'
import type { Pinia } from 'pinia'
import type { Router } from 'vue-router'

import { queriesSettled } from '#src/ui/lib/queriesSettled.ts'

/** What the demo adds does not wait longer than this for the first page, which may get no response. */
const timeoutMs = 3_000

/** Resolves when the first page has loaded its data and the browser is idle, so that the page loads before the demo's parts. */
export async function pageLoaded(router: Router, pinia: Pinia): Promise<void> {
  await Promise.race([firstPage(router, pinia), afterTimeout()])
  await idle()
}

async function firstPage(router: Router, pinia: Pinia): Promise<void> {
  // The first navigation fails if the session cannot be loaded. The shell then shows the error.
  await router.isReady().catch(() => undefined)
  await queriesSettled(useQueryCache(pinia))
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
