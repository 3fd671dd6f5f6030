import { FetchInterceptor } from '@mswjs/interceptors/fetch'
import { HttpResponse, type RequestHandler } from 'msw'
import { setupWorker } from 'msw/browser'
import { defineNetwork, InterceptorSource } from 'msw/experimental'

import { defaultWorld } from '../scenarios/defaultWorld.ts'
import { demoAccounts } from '../scenarios/demoAccounts.ts'
import { seed } from '../scenarios/world.ts'
import { createServer } from '../server.ts'
import { createIndexedDbStorage } from '../storage/indexedDb.ts'
import type { Storage } from '../storage/storage.ts'
import { handlersFor } from './handlers.ts'
import { keepForOffline, leaveUpdatesToBrowser } from './offline.ts'
import { trustedScriptUrl } from './trustedTypes.ts'

/** How long the service worker may take before the page does without it, in milliseconds. */
const workerPatience = 5_000

/**
 * Starts the emulated backend in this browser: in a service worker, or in the page itself where no worker can run.
 *
 * @param base the path that the application is served under.
 * @returns what starts it again after the browser has taken the worker away.
 */
export async function startBackend({
  base,
}: {
  base: string
}): Promise<{ restart(): Promise<void> }> {
  const clock = { now: () => new Date() }
  const server = createServer({
    storage: announced(
      createIndexedDbStorage('edesk', (db) => seed(db, defaultWorld(clock.now()))),
    ),
    clock,
    randomBytes: (count) => crypto.getRandomValues(new Uint8Array(count)),
    demoAccounts,
    ResponseClass: HttpResponse,
    base,
  })
  const handlers = handlersFor(server, base)

  let stop = await startTransport(handlers, base)
  return {
    async restart() {
      await stop()
      stop = await startTransport(handlers, base)
    },
  }
}

/** Tells the pages of this browser of every change, also of those that an application makes through `/v1`. */
function announced(storage: Storage): Storage {
  // The channel that pages listen to for each other's changes (src/api/changes.ts).
  const channel =
    'BroadcastChannel' in globalThis ? new BroadcastChannel('edesk-changes') : undefined
  return {
    ...storage,
    async change(work) {
      const result = await storage.change(work)
      channel?.postMessage(null)
      return result
    },
  }
}

async function startTransport(
  handlers: RequestHandler[],
  base: string,
): Promise<() => void | Promise<void>> {
  try {
    return await startWorker(handlers, base)
  } catch {
    // Private modes, blocked workers, pages without HTTPS: the same handlers do as well without a worker.
    return startInPage(handlers)
  }
}

async function startWorker(handlers: RequestHandler[], base: string): Promise<() => void> {
  if (!('serviceWorker' in navigator)) throw new Error('No service workers here')
  leaveUpdatesToBrowser()
  const worker = setupWorker(...handlers)
  const url = trustedScriptUrl(`${base}mockServiceWorker.js`)
  const late = Promise.withResolvers<never>()
  const timer = setTimeout(() => late.reject(new Error('No answer')), workerPatience)
  try {
    // Quiet, because it would write every answer to the console, and one of them holds a key.
    const started = worker.start({
      quiet: true,
      onUnhandledFrame: 'bypass',
      serviceWorker: { url, options: { scope: base } },
    })
    await Promise.race([started, late.promise])
  } catch (error) {
    void worker.stop()
    throw error
  } finally {
    clearTimeout(timer)
  }
  keepForOffline()
  return () => void worker.stop()
}

async function startInPage(handlers: RequestHandler[]): Promise<() => Promise<void>> {
  const network = defineNetwork({
    sources: [new InterceptorSource({ interceptors: [new FetchInterceptor()] })],
    handlers,
    onUnhandledFrame: 'bypass',
  })
  await Promise.resolve(network.enable())
  return () => Promise.resolve(network.disable())
}
