import type { BrowserContext, Request, Route } from '@playwright/test'

import { publicHeaders } from '#src/mock/transports/httpResponses.ts'
import { isPublicPath } from '#src/shared/apiPaths.ts'

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
 * @param origins the origin of the demo, and those of the application. The application may call either.
 */
export async function serveApplication(
  context: BrowserContext,
  tab: ControlledTab,
  { demoOrigin, ownOrigins }: { demoOrigin: string; ownOrigins: readonly string[] },
): Promise<void> {
  const origins = [demoOrigin, ...ownOrigins]
  await context.route(
    (url) => origins.includes(url.origin) && isPublicPath(url.pathname),
    async (route) => {
      if (!ownOrigins.includes(originOfPage(route.request()) ?? '')) return route.fallback()
      // Without the demo's page there is no backend.
      if (!tab.isOpen()) await tab.open('/')
      return respond(route, await tab.page.evaluate(sendFromPage, await toCall(route.request())))
    },
  )
}

/** Returns the origin of the page that sends a request; undefined for a service worker. */
function originOfPage(request: Request): string | undefined {
  return request.serviceWorker() ? undefined : new URL(request.frame().url()).origin
}

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
