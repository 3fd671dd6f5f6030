import type { BrowserContext, Request, Route } from '@playwright/test'

import { publicHeaders } from '#src/mock/transports/httpResponses.ts'
import { isPublicPath } from '#src/shared/apiPaths.ts'

import { originOfPage } from '../originOfPage.ts'
import type { ControlledTab } from './demoTab.ts'

/** A call of the reader's application, as the tab of the demo sends it. */
interface Call {
  path: string
  method: string
  headers: [name: string, value: string][]
  /** In Base64; null if there is none. */
  body: string | null
}

interface CallAnswer {
  status: number
  headers: Record<string, string>
  body: string
}

/**
 * Lets the reader's application call the public API of a backend that is in the browser: its calls go through a tab of the demo,
 * with the clock and the faults of this tab. On the host, the application reaches the backend itself.
 *
 * @param tab the first tab of the test. The first call opens it.
 * @param demoOrigin the origin of the demo. The application may call this one or its own.
 * @param onAnswer called with the URL and the status of each answer: the browser reports errors in the demo's tab too.
 */
export async function serveApplication(
  context: BrowserContext,
  tab: ControlledTab,
  {
    demoOrigin,
    ownOrigins,
    onAnswer,
  }: {
    demoOrigin: string
    ownOrigins: readonly string[]
    onAnswer: (url: string, status: number) => void
  },
): Promise<void> {
  const origins = [demoOrigin, ...ownOrigins]
  await context.route(
    (url) => origins.includes(url.origin) && isPublicPath(url.pathname),
    async (route) => {
      const request = route.request()
      if (!ownOrigins.includes(originOfPage(request) ?? '')) return route.fallback()
      if (request.frame().page() === tab.page) {
        await route.abort()
        throw new Error(ownTabMessage)
      }
      // Without the demo's page there is no backend.
      if (!tab.isOpen()) await tab.open('/')
      const call = await toCall(request)
      const answer = await tab.page.evaluate(sendFromPage, call)
      if (answer) onAnswer(demoOrigin + call.path, answer.status)
      return respond(route, answer)
    },
  )
}

const ownTabMessage =
  "Your application is in the first tab of the test, which must stay on the demo: its page has the backend. Open your application in a tab of its own: const application = await context.newPage(). Or use backend: 'host'."

async function toCall(request: Request): Promise<Call> {
  const { pathname, search } = new URL(request.url())
  const headers = Object.entries(await request.allHeaders())
  return {
    path: pathname + search,
    method: request.method(),
    headers: headers.filter(([name]) => !name.startsWith(':')),
    body: request.postDataBuffer()?.toString('base64') ?? null,
  }
}

/** An answer that got lost fails as it does on a network. */
function respond(route: Route, answer: CallAnswer | null): Promise<void> {
  if (!answer) return route.abort('connectionreset')
  const { status, headers, body } = answer
  return route.fulfill({
    status,
    headers: { ...headers, ...publicHeaders },
    body: Buffer.from(body, 'base64'),
  })
}

/** Runs in the page of the demo. Returns null if there is no response. */
async function sendFromPage({ path, method, headers, body }: Call): Promise<CallAnswer | null> {
  const response = await fetch(path, {
    method,
    headers,
    body: body === null ? null : Uint8Array.from(atob(body), (byte) => byte.charCodeAt(0)),
  }).catch(() => null)
  if (!response) return null
  const bytes = new Uint8Array(await response.arrayBuffer())
  return {
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')),
  }
}
