import { useQueryCache } from '@pinia/colada'
import type { Pinia } from 'pinia'
import type { Router } from 'vue-router'

import { queriesSettled } from './queriesSettled.ts'

/** Resolves when the first page of the application has loaded its data, or shows an error. */
export async function firstPageLoaded(router: Router, pinia: Pinia): Promise<void> {
  // The first navigation fails if the session cannot be loaded. The shell then shows the error.
  await router.isReady().catch(() => undefined)
  await queriesSettled(useQueryCache(pinia))
}
