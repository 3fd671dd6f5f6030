import type { Pinia } from 'pinia'
import type { Router } from 'vue-router'

import { finishRefetching } from '#src/api/changeNotifications.ts'
import { settleEventName } from '#src/shared/settleEvent.ts'
import { firstPageLoaded } from '#src/ui/lib/firstPageLoaded.ts'

/**
 * Lets end-to-end tests wait until the page has loaded its data, and has refetched them after the changes so far. Otherwise such
 * a request could meet a fault that a test injects for a later one.
 */
export function settleForTests(router: Router, pinia: Pinia): void {
  addEventListener(settleEventName, ({ detail }) => {
    detail.waitUntil(firstPageLoaded(router, pinia).then(finishRefetching))
  })
}
