import { onTestFinished } from 'vitest'

import { createNodeBackend } from '#src/mock/transports/node.ts'
import type { StillDemoOptions } from '#src/mock/transports/stillDemo.ts'

import { fetchAsBrowsersDo } from './browserFetch.ts'
import { linkOf, type Situation } from './linkOf.ts'

let running = false

/**
 * Starts a demo of the test's own, which answers whatever the page asks of the APIs, and is gone after the test.
 *
 * @throws DemoLinkError in words, where a scenario, time or fault is none.
 */
export async function startDemo(
  situation: Situation = {},
  { observe }: Pick<StillDemoOptions, 'observe'> = {},
) {
  if (running) throw new Error('This test has a demo already: one page can talk to one alone.')
  const backend = await createNodeBackend({
    link: linkOf(situation),
    ...(observe ? { observe } : {}),
  })
  const { as } = situation
  if (as?.includes('@')) await backend.control.setView({ as })
  const requests: string[] = []
  backend.network.listen({ onUnhandledFrame: 'error' })
  const bringBack = fetchAsBrowsersDo((request) => requests.push(request))
  running = true
  onTestFinished(() => {
    running = false
    bringBack()
    backend.network.close()
  })
  return Object.assign(backend, {
    /** What the page has sent, as it comes: "GET /api/tokens". */
    requests,
  })
}
