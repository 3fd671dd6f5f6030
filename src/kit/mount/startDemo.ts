import { onTestFinished } from 'vitest'

import { parseLink } from '#src/mock/demo/demoLink.ts'
import type { RequestLogEntry } from '#src/mock/server/requestLog/requestLogEntry.ts'
import type { Server } from '#src/mock/server/server.ts'
import { createTestDemo, type TestDemoOptions } from '#src/mock/transports/testDemo.ts'

import { assertNodeVersion } from './assertNodeVersion.ts'
import { callCommand, createRemoteControl } from '../demo/createRemoteControl.ts'
import { installBrowserFetch, deleteCookies } from './browserFetch.ts'
import { guardNetwork, openNetwork, untilEnd } from './guardNetwork.ts'
import { rememberPage } from './rememberPage.ts'
import { runsInNode } from './runsInNode.ts'
import { situationLink, type Situation } from '../situation.ts'
import { type Allowances, createAllowances } from './allowances.ts'
import { createUnusedFaults } from './unusedFaults.ts'

export type Observer = (exchange: RequestLogEntry) => void

/** How a test starts its backend. */
export interface BackendOptions extends Omit<Situation, 'clock' | 'lang'> {
  /**
   * Allows what the kit takes for a mistake: always, or if a text matches.
   *
   * @example allow: { 'unused-faults': /createToken/ }
   */
  allow?: Allowances | undefined
}

const observers = new Set<Observer>()

// Now, so that a request before the first backend is explained.
guardNetwork()

/**
 * Calls a function with each request and its response, in this and all later tests. For a setup file.
 *
 * @returns a function that removes the observer.
 */
export function onExchange(observer: Observer): () => void {
  observers.add(observer)
  return () => observers.delete(observer)
}

/**
 * Starts a demo for the current test. It responds to all requests of the page to both APIs, and stops after the test.
 *
 * @throws DemoLinkError if the scenario, the time or a fault is invalid.
 * @throws Error if this version of Node is too old.
 */
export async function startDemo({ allow, ...situation }: BackendOptions = {}) {
  const link = situationLink({ ...situation, scenario: situation.scenario ?? 'empty' })
  const allowances = createAllowances()
  allowances.add(allow)
  const unusedFaults = createUnusedFaults((text) => allowances.allows('unused-faults', text))
  let isOver = false
  const options = {
    link,
    observe(exchange: RequestLogEntry) {
      if (isOver) return
      unusedFaults.exchanges.push(exchange)
      for (const observer of observers) observer(exchange)
    },
  }
  const restorePage = rememberPage()
  const starting = runsInNode() ? startInNode(options) : startInBrowser(options)
  // If the start fails, `startDemo` has thrown the error already.
  const running = starting.catch(() => undefined)
  onTestFinished(async ({ task }) => {
    isOver = true
    restorePage()
    const started = await running
    if (!started) return
    await started.stop()
    // After another error, the test may not have come to the call.
    if (task.result?.state !== 'fail') await unusedFaults.check()
  })
  const { demo, network, requests } = await starting
  const watched = await unusedFaults.watch(demo.control, link)
  const control = createRemoteControl(async (command, args) => {
    assertRuns()
    return callCommand(watched, command, args)
  })

  /** @throws Error if the test has ended. */
  function assertRuns(): void {
    if (isOver) throw new Error(`The test that started this backend has ended. ${advice}`)
  }

  /** Changes the person, the clock, the latency, the faults and what is allowed. Omitted values stay as they are. */
  async function changeView({ allow: allowed, ...change }: BackendOptions): Promise<void> {
    allowances.add(allowed)
    const view = parseLink(new URLSearchParams(situationLink(change)))
    await control.setView({ ...view, ...(change.faults ? { faults: view.faults ?? [] } : {}) })
  }

  return {
    control,
    assertRuns,
    network,
    startPath: demo.startPath,
    /** The requests that the page has sent, in order: "GET /api/tokens". */
    requests,
    /** The storage of the backend. */
    get storage() {
      return demo.storage
    },
    changeView,
    /** Whether the test allows an address without a page. */
    allowsMissingPage: (address: string) => allowances.allows('missing-pages', address),
  }
}

const advice = 'Each test has its own backend: start it in the test or in beforeEach.'

/** @throws Error if no test is running, as in `beforeAll`. */
export function assertInTest(): void {
  try {
    onTestFinished(() => undefined)
  } catch (cause) {
    throw new Error(`No test is running, as in beforeAll. ${advice}`, { cause })
  }
}

// Each module is imported only where it is used: a browser cannot load `msw/node`.

async function startInNode(options: TestDemoOptions) {
  assertNodeVersion()
  const { startNode } = await import('#src/mock/transports/node.ts')
  const demo = await createTestDemo(options)
  guardNetwork()
  const { signal, end } = openNetwork()
  const { network, stop: stopTransport } = await startNode(endingServer(demo.server, signal), {})
  const requests: string[] = []
  const restoreFetch = installBrowserFetch((request) => requests.push(request))
  const stop = async () => {
    end()
    restoreFetch()
    await stopTransport()
  }
  return { demo, network, requests, stop }
}

async function startInBrowser(options: TestDemoOptions) {
  const { startPage } = await import('#src/mock/transports/page.ts')
  const demo = await createTestDemo(options)
  guardNetwork()
  const { signal, end } = openNetwork()
  const { network, stop: stopTransport } = await startPage(endingServer(demo.server, signal), {})
  const requests: string[] = []
  network.events.on('request:match', ({ request }) => {
    requests.push(`${request.method} ${new URL(request.url).pathname}`)
  })
  const stop = async () => {
    end()
    await stopTransport()
    deleteCookies()
  }
  return { demo, network, requests, stop }
}

/** Returns a server that responds until the end of the test. */
function endingServer(server: Server, end: AbortSignal): Server {
  return { handle: (request, sender) => untilEnd(server.handle(request, sender), end) }
}
