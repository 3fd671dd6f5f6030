import { useQueryCache } from '@pinia/colada'
import { useIntervalFn } from '@vueuse/core'
import { onUnmounted, shallowRef, watch } from 'vue'

import { onChange } from '#src/api/changeNotifications.ts'
import { i18n } from '#src/locales/i18n.ts'
import { useSessionStore } from '#src/session/sessionStore.ts'

/** How often a page polls, in milliseconds: usually, and now. A stream of changes makes it slower (followChanges.ts). */
export const usualPollingMs = 10_000
export const pollingMs = shallowRef(usualPollingMs)

/**
 * Keeps a tab up to date: after each change, refetches the session and all queries on the screen. Changes that send no event, such
 * as those another application makes through the API, appear with the next interval. After the language has changed, the queries are
 * refetched too, because names have another order in it.
 *
 * @param isEnabled whether the page shows data of the session.
 */
export function useRefetching(isEnabled: () => boolean): void {
  const session = useSessionStore()
  const queries = useQueryCache()

  onUnmounted(onChange(refetch))
  watch(i18n.global.locale, refetchQueries)
  useIntervalFn(() => {
    // Skip a refetch while queries are loading: a slow service would never finish one.
    const isLoading = queries
      .getEntries()
      .some(({ asyncStatus }) => asyncStatus.value === 'loading')
    const isActive = document.visibilityState === 'visible' && session.status === 'active'
    if (isActive && !isLoading) void refetch()
  }, pollingMs)

  async function refetch(): Promise<void> {
    if (!isEnabled()) return
    await session.load()
    await refetchQueries()
  }

  async function refetchQueries(): Promise<void> {
    if (!isEnabled() || session.status !== 'active') return
    // Each query keeps its own error, and its page shows it.
    await queries.invalidateQueries().catch(() => undefined)
  }
}
