// Must be imported before MSW; the module says why.
import './localStorageFallback.ts'

import { createDemo, type Demo } from '../demo/demo.ts'
import type { Server } from '../server/server.ts'
import { StorageError } from '../storage/port.ts'
import { browserEnvironment } from './browserEnvironment.ts'
import { cacheForOffline } from './cacheForOffline.ts'
import { adoptEarlierItems } from './earlierData.ts'
import { startPage } from './page.ts'
import type { Transport } from './transport.ts'
import { startWorker } from './worker.ts'

declare global {
  interface Window {
    /** Controls the demo. Defined once `<html data-demo-ready>` is set; never in a build for a real backend. */
    edeskDemo?: Demo['control']
  }
}

/** How many times the start tries to open the storage, and the delay between two attempts. */
const maxAttempts = 20
const retryDelayMs = 1_000

/** The running emulated backend, for the page. */
export interface StartedBackend {
  demo: Demo
  /**
   * Sends a request to the backend. Until its transport has started, the page itself answers requests that only read, so that the
   * first page does not wait for the service worker.
   */
  fetch(request: Request, options: { signal: AbortSignal }): Promise<Response>
  /** Restarts the backend after the browser has stopped the service worker. */
  restart(): Promise<void>
}

/**
 * Starts the emulated backend: in a service worker, or in the page itself if no service worker can run.
 *
 * @param base the base path of the application.
 * @param link the query parameters of the page, which may contain a demo link.
 * @param pageLoaded resolves when the page has loaded. The files for offline use are fetched after that.
 */
export async function startBackend({
  base,
  link,
  pageLoaded,
}: {
  base: string
  link: URLSearchParams
  pageLoaded: Promise<void>
}): Promise<StartedBackend> {
  let transport: Transport | undefined
  await adoptEarlierItems(base)
  const { environment, onResetInOtherTab } = browserEnvironment({
    base,
    transport: () => transport?.kind ?? 'worker',
  })
  const demo = await createDemo(link, environment)
  onResetInOtherTab((world) => demo.reloadAfterReset(world))
  const wantedTransport = () => environment.memory.load()?.transport ?? 'worker'

  async function start({ probe }: { probe: boolean }): Promise<void> {
    transport = await startTransport(demo.server, wantedTransport(), { base, probe })
    if (transport.kind === 'worker') void pageLoaded.then(cacheForOffline)
  }
  async function restart(): Promise<void> {
    await starting
    await transport?.stop()
    // The worker did not answer a request; something else did. If that happens again, the backend runs in the page.
    starting = start({ probe: true })
    await starting
  }
  async function sendRequest(
    request: Request,
    options: { signal: AbortSignal },
  ): Promise<Response> {
    if (!transport && request.method === 'GET') return answerInPage(demo.server, request, options)
    await starting
    return globalThis.fetch(request, options)
  }

  let starting = start({ probe: false })
  const control: Demo['control'] = {
    ...demo.control,
    async open(link) {
      await starting
      const state = await demo.control.open(link)
      if (wantedTransport() !== transport?.kind) await restart()
      return { ...state, transport: environment.transport() }
    },
  }
  window.edeskDemo = control
  // Not awaited: if the database does not respond, the first page must still load and show the error.
  void starting.then(() => markReady(control))
  return { demo: { ...demo, control }, fetch: sendRequest, restart }
}

/**
 * Sets `data-demo-ready` to the name of the scenario. If the storage cannot be opened, sets it to an empty text; each request
 * then reports the error to its page. If the browser has IndexedDB, the storage may only be slow: this function tries again.
 */
async function markReady(control: Demo['control']): Promise<void> {
  const { dataset } = document.documentElement
  for (let attempt = 1; attempt <= maxAttempts; attempt += 1) {
    try {
      const { scenario } = await control.state()
      dataset.demoReady = scenario
      return
    } catch (error) {
      if (!(error instanceof StorageError)) throw error
      dataset.demoReady = ''
      if (error.kind !== 'unavailable' || !('indexedDB' in globalThis)) return
      await new Promise((resolve) => setTimeout(resolve, retryDelayMs))
    }
  }
}

/** Answers a request without the network. Rejects as `fetch` does: when the signal aborts, or if the response is lost. */
async function answerInPage(
  server: Server,
  request: Request,
  { signal }: { signal: AbortSignal },
): Promise<Response> {
  signal.throwIfAborted()
  const aborted = Promise.withResolvers<never>()
  const abort = () => aborted.reject(signal.reason)
  signal.addEventListener('abort', abort)
  try {
    const response = await Promise.race([server.handle(request), aborted.promise])
    if (response.type === 'error') throw new TypeError('Network error')
    return response
  } finally {
    signal.removeEventListener('abort', abort)
  }
}

async function startTransport(
  server: Server,
  kind: 'worker' | 'page',
  options: { base: string; probe: boolean },
): Promise<Transport> {
  if (kind === 'page') return startPage(server, options)
  try {
    return await startWorker(server, options)
  } catch {
    // Private mode, blocked workers, no HTTPS, or developer tools that bypass the worker.
    return startPage(server, options)
  }
}
