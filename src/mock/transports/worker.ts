import { http, HttpResponse } from 'msw'
import { setupWorker } from 'msw/browser'

import { handlersFor } from './handlers.ts'
import type { StartTransport } from './transport.ts'
import { trustedScriptUrl } from './trustedTypes.ts'

/** If the service worker takes longer to start, the page runs without it. */
const timeoutMs = 5_000

/** The path, below an API, that only the worker answers. */
const probePath = 'api/~worker'

interface WorkerOptions {
  base: string
  /** Whether to check that requests reach the worker. Developer tools can make them bypass it. */
  probe: boolean
}

/**
 * Brings the requests of a page to the server, through MSW's service worker.
 *
 * @throws Error if no worker controls the page in time, or if the page's requests bypass it.
 */
export const startWorker: StartTransport<WorkerOptions> = async (server, { base, probe }) => {
  if (!('serviceWorker' in navigator)) throw new Error('Service workers are not supported')
  disableMswUpdateCheck()
  const probeHandler = http.get(`${location.origin}${base}${probePath}`, () =>
    HttpResponse.json(null),
  )
  const worker = setupWorker(probeHandler, ...handlersFor(server, base))
  const url = trustedScriptUrl(`${base}mockServiceWorker.js`)
  const timeout = Promise.withResolvers<never>()
  const timer = setTimeout(() => timeout.reject(new Error('Worker timeout')), timeoutMs)
  let started: Promise<unknown> | undefined
  try {
    await Promise.race([assertNoReloadNeeded(base), timeout.promise])
    // Quiet: otherwise MSW logs every response to the console, and one of them contains a key.
    started = worker.start({
      quiet: true,
      onUnhandledFrame: 'bypass',
      serviceWorker: { url, options: { scope: base } },
    })
    await Promise.race([started.then(whenControlled), timeout.promise])
    if (probe) await Promise.race([assertReached(base), timeout.promise])
  } catch (error) {
    // MSW can only stop a worker that has started. A late one would answer beside the page.
    void started?.then(
      () => worker.stop(),
      () => undefined,
    )
    throw error
  } finally {
    clearTimeout(timer)
  }
  return {
    kind: 'worker',
    async stop() {
      // Not awaited: a worker that the browser has stopped does not answer.
      void worker.stop()
    },
  }
}

/**
 * Prevents a reload loop: MSW reloads a page that has a service worker but is not controlled by it, again and again. If another
 * page is still installing the worker, this function waits until the worker controls this page.
 *
 * @throws Error if an activated worker does not control the page, for example after a forced reload.
 */
async function assertNoReloadNeeded(base: string): Promise<void> {
  const { serviceWorker } = navigator
  const scope = new URL(base, location.origin).href
  const registrations = await serviceWorker.getRegistrations()
  const registration = registrations.find((candidate) => candidate.scope === scope)
  if (serviceWorker.controller || !registration) return
  if (registration.active?.state === 'activated') throw new Error('The page is not controlled')
  await whenControlled()
}

/** @throws Error if the page's requests do not reach the worker, although it controls the page. */
async function assertReached(base: string): Promise<void> {
  const { headers } = await fetch(`${base}${probePath}`, { cache: 'no-store' })
  if (headers.get('content-type') !== 'application/json') {
    throw new Error('The requests bypass the worker')
  }
}

/** Resolves when the service worker controls the page. A page that loads during the installation has to wait for this. */
function whenControlled(): Promise<unknown> {
  const { serviceWorker } = navigator
  if (serviceWorker.controller) return Promise.resolve()
  return new Promise((resolve) => {
    serviceWorker.addEventListener('controllerchange', resolve, { once: true })
  })
}

/**
 * Disables MSW's update check at start. MSW does not handle a failed check, so the browser would report an unhandled rejection
 * when offline. The browser itself checks for a newer worker on each navigation.
 */
function disableMswUpdateCheck(): void {
  ServiceWorkerRegistration.prototype.update = function () {
    return Promise.resolve(this)
  }
}
