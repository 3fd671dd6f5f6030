import { onTestFinished } from 'vitest'

import { parseLink } from '#src/mock/demo/link.ts'
import type { Exchange } from '#src/mock/domain/records.ts'
import type { StillDemoOptions } from '#src/mock/transports/stillDemo.ts'

import { fetchAsBrowsersDo, forgetCookies } from './browserFetch.ts'
import { linkOf, type Situation } from './linkOf.ts'

export type Observer = (exchange: Exchange) => void

const observers = new Set<Observer>()

/**
 * Calls a function with each request that a backend has answered, in every test from then on. For a set-up file.
 *
 * @returns a function that ends it.
 */
export function onExchange(observer: Observer): () => void {
  observers.add(observer)
  return () => observers.delete(observer)
}

/**
 * Starts a demo for the running test. It answers every request of the page to either API, and stops after the test.
 *
 * @throws DemoLinkError in words, where a scenario, time or fault is none.
 */
export async function startDemo(situation: Situation = {}) {
  const options = {
    link: linkOf(situation),
    observe(exchange: Exchange) {
      for (const observer of observers) observer(exchange)
    },
  }
  const starting = runsInNode() ? startInNode(options) : startInBrowser(options)
  // Where it could not start, the test has the error already.
  onTestFinished(() =>
    starting.then(
      ({ stop }) => stop(),
      () => undefined,
    ),
  )
  const { backend, requests } = await starting
  const { control, network, opens } = backend
  const { as } = situation
  if (as?.includes('@')) await control.setView({ as })

  /** Changes who is logged in, the clock, the latency and the faults. What is left out stays. */
  async function changeView(change: Omit<Situation, 'scenario'>): Promise<void> {
    const { scenario: _scenario, ...view } = parseLink(new URLSearchParams(linkOf(change)))
    await control.setView({ ...view, ...(change.as === undefined ? {} : { as: change.as }) })
  }

  return {
    control,
    network,
    opens,
    /** What the page has sent, as it comes: "GET /api/tokens". */
    requests,
    /** What the backend holds. */
    get storage() {
      return backend.storage
    },
    changeView,
  }
}

function runsInNode(): boolean {
  // A bundler may put a `process` without versions into a page.
  const { process } = globalThis as { process?: { versions?: object } }
  return process?.versions !== undefined && 'node' in process.versions
}

// Each half is loaded only where it is used: a browser cannot load `msw/node`.

async function startInNode(options: StillDemoOptions) {
  const { createNodeBackend } = await import('#src/mock/transports/node.ts')
  const backend = await createNodeBackend(options)
  const requests: string[] = []
  backend.network.listen({ onUnhandledFrame: 'error' })
  const bringBack = fetchAsBrowsersDo((request) => requests.push(request))
  const stop = () => {
    bringBack()
    backend.network.close()
  }
  return { backend, requests, stop }
}

async function startInBrowser(options: StillDemoOptions) {
  const { createPageBackend } = await import('#src/mock/transports/pageBackend.ts')
  const backend = await createPageBackend(options)
  const requests: string[] = []
  backend.network.events.on('request:match', ({ request }) => {
    requests.push(`${request.method} ${new URL(request.url).pathname}`)
  })
  await Promise.resolve(backend.network.enable())
  const stop = async () => {
    await Promise.resolve(backend.network.disable())
    forgetCookies()
  }
  return { backend, requests, stop }
}
