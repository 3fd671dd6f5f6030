// Must be imported before MSW; the module says why.
import './localStorageFallback.ts'

import type { RequestHandler } from 'msw'
import { setupWorker } from 'msw/browser'

import { createDemo, type Demo } from '../demo/demo.ts'
import { StorageError } from '../storage/port.ts'
import { browserEnvironment } from './browserEnvironment.ts'
import { handlersFor } from './handlers.ts'
import { createPageNetwork } from './pageNetwork.ts'
import { cacheForOffline, disableMswUpdateCheck } from './offline.ts'
import { trustedScriptUrl } from './trustedTypes.ts'

/** If the service worker takes longer to start, the page runs without it. */
const workerTimeoutMs = 5_000

interface Transport {
  kind: 'worker' | 'page'
  stop(): void | Promise<void>
}

/** The running emulated backend, for the page. */
export interface StartedBackend {
  demo: Demo
  /** Restarts the backend after the browser has stopped the service worker. */
  restart(): Promise<void>
}

/**
 * Starts the emulated backend: in a service worker, or in the page itself if no service worker can run.
 *
 * @param base the base path of the application.
 * @param link the query parameters of the page, which may contain a demo link.
 */
export async function startBackend({
  base,
  link,
}: {
  base: string
  link: URLSearchParams
}): Promise<StartedBackend> {
  let transport: Transport | undefined
  const { environment, onResetInOtherTab } = browserEnvironment({
    base,
    transport: () => transport?.kind ?? 'worker',
  })
  const demo = await createDemo(link, environment)
  onResetInOtherTab((world) => demo.reloadAfterReset(world))
  const handlers = handlersFor(demo.server, base)
  const wantedTransport = () => environment.memory.load()?.transport ?? 'worker'

  async function start(): Promise<void> {
    transport = await startTransport(handlers, base, wantedTransport())
  }
  async function restart(): Promise<void> {
    await transport?.stop()
    await start()
  }

  await start()
  const control: Demo['control'] = {
    ...demo.control,
    async open(link) {
      const state = await demo.control.open(link)
      if (wantedTransport() !== transport?.kind) await restart()
      return { ...state, transport: environment.transport() }
    },
  }
  window.edeskDemo = control
  // Not awaited: if the database does not respond, the first page must still load and show the error.
  void markReady(control)
  return { demo: { ...demo, control }, restart }
}

async function markReady(control: Demo['control']): Promise<void> {
  document.documentElement.dataset.demoReady = await currentScenario(control)
}

/** Returns the name of the scenario; empty if the storage fails. Each request then reports the storage error to its page. */
async function currentScenario(control: Demo['control']): Promise<string> {
  try {
    return (await control.state()).scenario
  } catch (error) {
    if (!(error instanceof StorageError)) throw error
    return ''
  }
}

async function startTransport(
  handlers: RequestHandler[],
  base: string,
  kind: Transport['kind'],
): Promise<Transport> {
  if (kind === 'page') return startInPage(handlers)
  try {
    return await startWorker(handlers, base)
  } catch {
    // Private mode, blocked workers, or no HTTPS: the same handlers also work without a worker.
    return startInPage(handlers)
  }
}

async function startWorker(handlers: RequestHandler[], base: string): Promise<Transport> {
  if (!('serviceWorker' in navigator)) throw new Error('Service workers are not supported')
  disableMswUpdateCheck()
  const worker = setupWorker(...handlers)
  const url = trustedScriptUrl(`${base}mockServiceWorker.js`)
  const timeout = Promise.withResolvers<never>()
  const timer = setTimeout(() => timeout.reject(new Error('Worker timeout')), workerTimeoutMs)
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
  cacheForOffline()
  return { kind: 'worker', stop: () => void worker.stop() }
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

/** Resolves when the service worker controls the page. A page that loads during the installation has to wait for this. */
function whenControlled(): Promise<unknown> {
  const { serviceWorker } = navigator
  if (serviceWorker.controller) return Promise.resolve()
  return new Promise((resolve) => {
    serviceWorker.addEventListener('controllerchange', resolve, { once: true })
  })
}

async function startInPage(handlers: RequestHandler[]): Promise<Transport> {
  const network = createPageNetwork(handlers)
  await Promise.resolve(network.enable())
  return { kind: 'page', stop: () => Promise.resolve(network.disable()) }
}
