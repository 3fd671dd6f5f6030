// First: see there.
import './localStorageStandIn.ts'

import type { RequestHandler } from 'msw'
import { setupWorker } from 'msw/browser'

import { createDemo, type Demo } from '../demo/demo.ts'
import { StorageError } from '../storage/storage.ts'
import { browserSurroundings } from './browserSurroundings.ts'
import { handlersFor } from './handlers.ts'
import { networkInPage } from './networkInPage.ts'
import { keepForOffline, leaveUpdatesToBrowser } from './offline.ts'
import { trustedScriptUrl } from './trustedTypes.ts'

/** How long the service worker may take before the page does without it, in milliseconds. */
const workerPatience = 5_000

interface Transport {
  kind: 'worker' | 'page'
  stop(): void | Promise<void>
}

/** What a page gets of the emulated backend. */
export interface StartedBackend {
  demo: Demo
  /** Starts it again after the browser has taken the worker away. */
  restart(): Promise<void>
}

/**
 * Starts the emulated backend in this browser: in a service worker, or in the page itself where no worker can run.
 *
 * @param base the path that the application is served under.
 * @param link the parameters of the page's address, which may hold a demo's link.
 */
export async function startBackend({
  base,
  link,
}: {
  base: string
  link: URLSearchParams
}): Promise<StartedBackend> {
  let transport: Transport | undefined
  const { surroundings, whenResetElsewhere } = browserSurroundings({
    base,
    transport: () => transport?.kind ?? 'worker',
  })
  const demo = await createDemo(link, surroundings)
  whenResetElsewhere((world) => demo.noteReset(world))
  const handlers = handlersFor(demo.server, base)
  const wanted = () => surroundings.memory.load()?.transport ?? 'worker'

  async function start(): Promise<void> {
    transport = await startTransport(handlers, base, wanted())
  }
  async function restart(): Promise<void> {
    await transport?.stop()
    await start()
  }

  await start()
  const control: Demo['control'] = {
    ...demo.control,
    async open(address) {
      const state = await demo.control.open(address)
      if (wanted() !== transport?.kind) await restart()
      return { ...state, transport: surroundings.transport() }
    },
  }
  window.edeskDemo = control
  // Nothing waits for it: a database that does not answer must not keep the first page from saying so.
  void noteReady(control)
  return { demo: { ...demo, control }, restart }
}

async function noteReady(control: Demo['control']): Promise<void> {
  document.documentElement.dataset.demoReady = await scenarioNow(control)
}

/** Where the storage cannot be read, each request tells it, in words for its page. */
async function scenarioNow(control: Demo['control']): Promise<string> {
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
  wanted: Transport['kind'],
): Promise<Transport> {
  if (wanted === 'page') return startInPage(handlers)
  try {
    return await startWorker(handlers, base)
  } catch {
    // Private modes, blocked workers, pages without HTTPS: the same handlers do as well without a worker.
    return startInPage(handlers)
  }
}

async function startWorker(handlers: RequestHandler[], base: string): Promise<Transport> {
  if (!('serviceWorker' in navigator)) throw new Error('No service workers here')
  leaveUpdatesToBrowser()
  const worker = setupWorker(...handlers)
  const url = trustedScriptUrl(`${base}mockServiceWorker.js`)
  const late = Promise.withResolvers<never>()
  const timer = setTimeout(() => late.reject(new Error('No answer')), workerPatience)
  let started: Promise<unknown> | undefined
  try {
    await Promise.race([reloadIsNotNeeded(base), late.promise])
    // Quiet, because it would write every answer to the console, and one of them holds a key.
    started = worker.start({
      quiet: true,
      onUnhandledFrame: 'bypass',
      serviceWorker: { url, options: { scope: base } },
    })
    await Promise.race([started.then(controlled), late.promise])
  } catch (error) {
    // MSW refuses to stop what was never started.
    if (started) void worker.stop()
    throw error
  } finally {
    clearTimeout(timer)
  }
  keepForOffline()
  return { kind: 'worker', stop: () => void worker.stop() }
}

/**
 * MSW reloads a page that has a worker and is not in its hands, however often that has not helped. A worker that another page
 * is still installing takes this one when it is done.
 *
 * @throws Error where a worker is done that does not get this page's requests, as after a reload past the cache.
 */
async function reloadIsNotNeeded(base: string): Promise<void> {
  const { serviceWorker } = navigator
  const scope = new URL(base, location.origin).href
  const registrations = await serviceWorker.getRegistrations()
  const registration = registrations.find((one) => one.scope === scope)
  if (serviceWorker.controller || !registration) return
  if (registration.active?.state === 'activated') throw new Error('Loaded past the worker')
  await controlled()
}

/** A page that came while the worker was still being installed is in its hands a little later. */
function controlled(): Promise<unknown> {
  const { serviceWorker } = navigator
  if (serviceWorker.controller) return Promise.resolve()
  return new Promise((resolve) => {
    serviceWorker.addEventListener('controllerchange', resolve, { once: true })
  })
}

async function startInPage(handlers: RequestHandler[]): Promise<Transport> {
  const network = networkInPage(handlers)
  await Promise.resolve(network.enable())
  return { kind: 'page', stop: () => Promise.resolve(network.disable()) }
}
