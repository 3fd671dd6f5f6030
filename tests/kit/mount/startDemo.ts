import { onTestFinished } from 'vitest'

import type { StillDemoOptions } from '#src/mock/transports/stillDemo.ts'

import { fetchAsBrowsersDo, forgetCookies } from './browserFetch.ts'
import { linkOf, type Situation } from './linkOf.ts'

let running = false

/**
 * Starts a demo for the running test. It answers every request of the page to either API, and stops after the test.
 *
 * @throws DemoLinkError in words, where a scenario, time or fault is none.
 */
export async function startDemo(
  situation: Situation = {},
  { observe }: Pick<StillDemoOptions, 'observe'> = {},
) {
  if (running) throw new Error('This test has a demo already: one page can talk to one alone.')
  const options = { link: linkOf(situation), ...(observe ? { observe } : {}) }
  const { backend, stop, requests } = await (runsInNode()
    ? startInNode(options)
    : startInBrowser(options))
  running = true
  onTestFinished(async () => {
    running = false
    await stop()
  })
  const { as } = situation
  if (as?.includes('@')) await backend.control.setView({ as })
  return Object.assign(backend, {
    /** What the page has sent, as it comes: "GET /api/tokens". */
    requests,
  })
}

function runsInNode(): boolean {
  return typeof process !== 'undefined' && 'node' in (process.versions ?? {})
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
