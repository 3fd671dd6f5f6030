import { useDocumentVisibility } from '@vueuse/core'
import type { Pinia } from 'pinia'
import { computed, shallowRef, watch } from 'vue'
import type { Router } from 'vue-router'

import { apiBaseUrl } from '#src/api/apiBaseUrl.ts'
import { basePath } from '#src/api/basePath.ts'
import { passOnChange } from '#src/api/changeNotifications.ts'
import { api } from '#src/api/client.ts'
import { useSessionStore } from '#src/session/sessionStore.ts'
import { changesHeader, changesPath } from '#src/shared/apiPaths.ts'
import { inOneTab } from '#src/shared/inOneTab.ts'
import { scopedName } from '#src/shared/scopedName.ts'
import { firstPageLoaded } from '#src/ui/lib/firstPageLoaded.ts'

import { pollingMs, usualPollingMs } from './useRefetching.ts'

/** How often a page with a stream polls, in milliseconds. */
const slowPollingMs = 60_000

/** How long to wait before a stream that has ended or was refused is opened again: at first, and at most. */
const firstWaitMs = 1_000
const longestWaitMs = 300_000
/** A stream that lasts so long works. */
const lastingMs = 10_000

/**
 * Follows the changes of a service that offers a stream of them, while the page is visible and somebody is logged in. Each event lets
 * all visible tabs fetch their data again; meanwhile this page polls more slowly.
 *
 * Browsers allow six connections to a host for all tabs together, so only one tab of a browser has the stream. Without locks,
 * none has.
 */
export function followChanges(router: Router, pinia: Pinia): void {
  const session = useSessionStore(pinia)
  const lock = scopedName('edesk-changes', basePath())
  const isReady = shallowRef(false)
  const isOffered = shallowRef(false)
  const visibility = useDocumentVisibility()
  const isWanted = computed(
    () =>
      isReady.value &&
      isOffered.value &&
      session.status === 'active' &&
      visibility.value === 'visible',
  )

  api.use({
    onResponse({ schemaPath, response }) {
      if (schemaPath === '/api/session' && response.ok) {
        isOffered.value = response.headers.has(changesHeader)
      }
    },
  })
  void firstPageLoaded(router, pinia).then(() => (isReady.value = true))
  watch(isWanted, (wanted, _before, onCleanup) => {
    if (!wanted) return
    const stop = new AbortController()
    onCleanup(() => stop.abort())
    void inOneTab(lock, stop.signal, () => follow(stop.signal))
  })
}

/** Opens the stream again and again, until it is no longer wanted. */
async function follow(signal: AbortSignal): Promise<void> {
  let waitMs = firstWaitMs
  while (!signal.aborted) {
    const startedAt = performance.now()
    await readStream(signal)
    if (performance.now() - startedAt > lastingMs) waitMs = firstWaitMs
    // Pages of a host that restarts do not come back all at once.
    await wait(waitMs * (0.5 + Math.random()), signal)
    waitMs = Math.min(longestWaitMs, waitMs * 2)
  }
}

/** Reads a stream until it ends. The page polls more slowly from its first event on: a proxy may hold events back. */
function readStream(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const source = new EventSource(apiBaseUrl() + changesPath, { withCredentials: true })
    function end(): void {
      source.close()
      signal.removeEventListener('abort', end)
      pollingMs.value = usualPollingMs
      resolve()
    }

    source.addEventListener('message', () => {
      pollingMs.value = slowPollingMs
      passOnChange()
    })
    source.addEventListener('error', end)
    signal.addEventListener('abort', end)
  })
}

function wait(milliseconds: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve()
  return new Promise((resolve) => {
    const timer = setTimeout(end, milliseconds)
    signal.addEventListener('abort', end)

    function end(): void {
      clearTimeout(timer)
      signal.removeEventListener('abort', end)
      resolve()
    }
  })
}
