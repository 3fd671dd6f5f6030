import type { IncomingMessage, ServerResponse } from 'node:http'

import { isPublicPath } from '#src/shared/apiPaths.ts'

import { renameCookie } from '../server/http/cookies.ts'
import { formatError } from '../server/errors/errorResponse.ts'

/** Headers of every response of the public API: pages of other origins may call it. */
export const publicHeaders = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers':
    'Allow, Retry-After, WWW-Authenticate, RateLimit-Limit, RateLimit-Remaining, RateLimit-Reset, RateLimit-Policy, X-Request-Id',
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'X-Content-Type-Options': 'nosniff',
}

const managementHeaders = {
  'Cross-Origin-Resource-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
}

/**
 * Sends a response of the server, with the headers of its API.
 *
 * @param cookieName the name of this host's session cookie.
 */
export async function sendResponse(
  outgoing: ServerResponse,
  url: URL,
  response: Response,
  cookieName: string,
): Promise<void> {
  const body = Buffer.from(await response.arrayBuffer())
  for (const [name, value] of response.headers) {
    if (name !== 'set-cookie') outgoing.setHeader(name, value)
  }
  for (const [name, value] of Object.entries(headersFor(url))) outgoing.setHeader(name, value)
  // HttpOnly: unlike in a page, no script needs to read the session cookie.
  const attributes = url.protocol === 'https:' ? '; HttpOnly; Secure' : '; HttpOnly'
  const cookies = response.headers
    .getSetCookie()
    .map((cookie) => renameCookie(cookie, cookieName) + attributes)
  if (cookies.length > 0) outgoing.setHeader('Set-Cookie', cookies)
  if (body.length > 0) outgoing.setHeader('Content-Length', body.length)
  outgoing.writeHead(response.status)
  outgoing.end(body)
}

function headersFor(url: URL): Record<string, string> {
  return isPublicPath(url.pathname) ? publicHeaders : managementHeaders
}

/** Sends an error of the host itself: in eDesk's format for `/v1`, otherwise as problem details (RFC 9457). */
export function sendError(
  outgoing: ServerResponse,
  url: URL | undefined,
  status: number,
  detail: string,
): void {
  const { headers, text } = hostError(url, status, detail)
  // Pages take the time from the `Date` header, and the backend's clock may differ from the machine's.
  outgoing.sendDate = false
  outgoing.writeHead(status, { ...headers, Connection: 'close' })
  outgoing.end(text)
}

/** Returns an error of the host itself as a response; see `sendError`. */
export function hostErrorResponse(url: URL, status: number, detail: string): Response {
  const { headers, text } = hostError(url, status, detail)
  return new Response(text, { status, headers })
}

function hostError(url: URL | undefined, status: number, detail: string) {
  const isPublic = url !== undefined && isPublicPath(url.pathname)
  const title = 'The request cannot be answered'
  const { headers, text } = formatError({ isPublic, status, title, detail })
  return { headers: { ...(url ? headersFor(url) : managementHeaders), ...headers }, text }
}

/** Allows a page of another origin to send a request to the public API. */
export function sendPreflight({ headers }: IncomingMessage, outgoing: ServerResponse): void {
  outgoing.writeHead(204, {
    ...publicHeaders,
    'Access-Control-Allow-Methods': 'GET, HEAD, POST, PUT, DELETE',
    'Access-Control-Allow-Headers':
      headers['access-control-request-headers'] ?? 'Authorization, Content-Type',
    'Access-Control-Max-Age': '600',
    Vary: 'Access-Control-Request-Headers',
  })
  outgoing.end()
}

/** Simulates a lost response: closes the connection without sending one. */
export function dropResponse({ headers }: IncomingMessage, outgoing: ServerResponse): void {
  // If a connection closes without a response, browsers retry the request (RFC 9112, 9.3.1), even a POST, and so hide the fault.
  // An invalid response fails without a retry, as in the demo without a host.
  const isBrowser = headers['user-agent']?.startsWith('Mozilla/') ?? false
  if (isBrowser)
    outgoing.socket?.write('HTTP/1.1 200\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n')
  outgoing.destroy()
}
