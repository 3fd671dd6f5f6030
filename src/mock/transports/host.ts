import {
  createServer as createHttpServer,
  type IncomingMessage,
  type Server as HttpServer,
  type ServerResponse,
} from 'node:http'
import { type AddressInfo, isIP } from 'node:net'
import { once } from 'node:events'

import { EdeskError } from '../publicApi/edeskError.ts'
import { isPublicPath } from '../server/routes.ts'
import type { Server } from '../server/server.ts'
import { respondToMalformedRequest } from './malformedHttp.ts'
import type { StartTransport, Transport } from './transport.ts'

/** Maximum body size in bytes. Larger than the limits of the two APIs, so that their own errors apply first. */
const maxBodyBytes = 25_000_000
/** How long a client may take to send a request. */
const timeoutMs = 30_000

const publicHeaders = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers':
    'Allow, Retry-After, WWW-Authenticate, RateLimit-Limit, RateLimit-Remaining, RateLimit-Reset, RateLimit-Policy',
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'X-Content-Type-Options': 'nosniff',
}

const managementHeaders = {
  'Cross-Origin-Resource-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
}

export interface HostOptions {
  server: Server
  /** Accepted host names besides `localhost`. Other names are rejected to prevent DNS rebinding. */
  hostNames?: readonly string[]
  /** Handles requests that are for neither API. */
  serveFile: (request: IncomingMessage, response: ServerResponse) => void
  /** Handles `/demo-control/…` requests. If undefined, they go to `serveFile`. */
  control?: (request: Request) => Promise<Response>
}

/** The transport of an HTTP host. */
export interface HostTransport extends Transport {
  port: number
}

/** Brings the requests of HTTP clients on this machine to the server. Port 0 is any free port. */
export const startHost: StartTransport<
  Omit<HostOptions, 'server'> & { port: number },
  HostTransport
> = async (server, { port, ...options }) => {
  const host = createHost({ ...options, server })
  host.listen(port, '127.0.0.1')
  await once(host, 'listening')
  return {
    kind: 'host',
    port: (host.address() as AddressInfo).port,
    async stop() {
      host.closeAllConnections()
      host.close()
      await once(host, 'close')
    },
  }
}

/** Creates an HTTP server for both APIs and the files of the application. */
export function createHost({
  server,
  hostNames = [],
  serveFile,
  control,
}: HostOptions): HttpServer {
  const acceptedNames = new Set(['localhost', ...hostNames.map((name) => name.toLowerCase())])

  async function handle(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const url = urlOf(incoming)
    // Faults may drop a response. On a reused connection browsers would retry the request, so each request gets a new one.
    if (control) outgoing.shouldKeepAlive = false
    if (!acceptedNames.has(url.hostname) && !isIpAddress(url.hostname)) {
      return sendError(outgoing, url, 421, 'This host name is not accepted. Use localhost.')
    }
    const controlHandler = isControlRequest(url) ? control : undefined
    if (!controlHandler && !isApiRequest(url)) return serveFile(incoming, outgoing)
    if (isPublic(url) && isPreflight(incoming)) return sendPreflight(incoming, outgoing)
    if (incoming.method === 'TRACE') {
      return sendError(outgoing, url, 501, 'TRACE is not supported.')
    }
    const body = await readBody(incoming)
    if (!body) return sendError(outgoing, url, 413, 'The body is too large.')
    const request = toRequest(incoming, url, body)
    const pendingResponse = controlHandler ? controlHandler(request) : server.handle(request)
    const response = await unlessDisconnected(pendingResponse, outgoing)
    if (!response) return
    if (response.type === 'error') return dropResponse(incoming, outgoing)
    await sendResponse(outgoing, url, response)
  }

  /** Handles a request with a method that Node's parser rejects. Headers are lost, but 404 and 405 need no key. */
  async function respondToMethod(method: string, path: string): Promise<Response | undefined> {
    const url = new URL(`http://localhost${path}`)
    if (!isPublic(url)) return undefined
    const response = await server.handle(new Request(url, { method }))
    for (const [name, value] of Object.entries(publicHeaders)) response.headers.set(name, value)
    return response
  }

  const host = createHttpServer(
    { keepAliveTimeout: 30_000, requestTimeout: timeoutMs, headersTimeout: timeoutMs },
    (incoming, outgoing) => {
      handle(incoming, outgoing).catch(() => {
        // The client aborted the request, or it is malformed.
        if (outgoing.headersSent) outgoing.destroy()
        else sendError(outgoing, undefined, 400, 'The request cannot be read.')
      })
    },
  )
  return host.on('clientError', (error, socket) => {
    void respondToMalformedRequest(error, socket, respondToMethod)
  })
}

function urlOf({ url = '/', headers }: IncomingMessage): URL {
  const origin = `http://${headers.host ?? 'localhost'}`
  // `//elsewhere/` is a path here, not another host.
  return url.startsWith('/') ? new URL(origin + url) : new URL(url, origin)
}

/** IP addresses are accepted: DNS rebinding needs a name that an attacker can point to this machine. */
function isIpAddress(hostname: string): boolean {
  return isIP(hostname.replace(/^\[(.*)\]$/, '$1')) !== 0
}

function isPublic({ pathname }: URL): boolean {
  return isPublicPath(pathname)
}

function isApiRequest(url: URL): boolean {
  return isPublic(url) || url.pathname.startsWith('/api/')
}

function isControlRequest({ pathname }: URL): boolean {
  return pathname.startsWith('/demo-control/')
}

/** Resolves with the response, or with undefined if the client disconnects first: the fault `never` gives no response at all. */
function unlessDisconnected(
  pendingResponse: Promise<Response>,
  outgoing: ServerResponse,
): Promise<Response | undefined> {
  return new Promise((resolve, reject) => {
    if (outgoing.closed) resolve(undefined)
    outgoing.once('close', () => resolve(undefined))
    pendingResponse.then(resolve, reject)
  })
}

/** Simulates a lost response: closes the connection without sending one. */
function dropResponse({ headers }: IncomingMessage, outgoing: ServerResponse): void {
  // If a connection closes without a response, browsers retry the request (RFC 9112, 9.3.1), even a POST, and so hide the fault.
  // An invalid response fails without a retry, as in the demo without a host.
  const isBrowser = headers['user-agent']?.startsWith('Mozilla/') ?? false
  if (isBrowser)
    outgoing.socket?.write('HTTP/1.1 200\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n')
  outgoing.destroy()
}

function isPreflight({ method, headers }: IncomingMessage): boolean {
  return method === 'OPTIONS' && headers['access-control-request-method'] !== undefined
}

function sendPreflight({ headers }: IncomingMessage, outgoing: ServerResponse): void {
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

/**
 * Reads the whole body. Returns undefined if it is too large; then it reads and discards the rest, because clients read the
 * response only after they have sent everything.
 */
async function readBody(incoming: IncomingMessage): Promise<Buffer | undefined> {
  let parts: Buffer[] = []
  let size = 0
  for await (const part of incoming as AsyncIterable<Buffer>) {
    size += part.length
    if (size <= maxBodyBytes) parts.push(part)
    else parts = []
  }
  return size <= maxBodyBytes ? Buffer.concat(parts) : undefined
}

function toRequest({ method = 'GET', headers }: IncomingMessage, url: URL, body: Buffer): Request {
  const pairs = Object.entries(headers).flatMap(([name, value]) =>
    [value ?? []].flat().map((text): [string, string] => [name, text]),
  )
  const hasBody = method !== 'GET' && method !== 'HEAD' && body.length > 0
  return new Request(url, {
    method,
    headers: pairs,
    ...(hasBody ? { body: new Uint8Array(body) } : {}),
  })
}

async function sendResponse(outgoing: ServerResponse, url: URL, response: Response): Promise<void> {
  const body = Buffer.from(await response.arrayBuffer())
  for (const [name, value] of response.headers) {
    if (name !== 'set-cookie') outgoing.setHeader(name, value)
  }
  for (const [name, value] of Object.entries(headersFor(url))) outgoing.setHeader(name, value)
  // HttpOnly: unlike in a page, no script needs to read the session cookie.
  const cookies = response.headers.getSetCookie().map((cookie) => `${cookie}; HttpOnly`)
  if (cookies.length > 0) outgoing.setHeader('Set-Cookie', cookies)
  if (body.length > 0) outgoing.setHeader('Content-Length', body.length)
  outgoing.writeHead(response.status)
  outgoing.end(body)
}

function headersFor(url: URL): Record<string, string> {
  return isPublic(url) ? publicHeaders : managementHeaders
}

/** Sends an error of the host itself: in eDesk's format for `/v1`, otherwise as problem details (RFC 9457). */
function sendError(
  outgoing: ServerResponse,
  url: URL | undefined,
  status: number,
  details: string,
): void {
  const title = 'The request cannot be answered'
  const edesk = url !== undefined && isPublic(url)
  const body = edesk
    ? new EdeskError(status, title, details).body
    : { type: 'about:blank', title, status, detail: details }
  // Pages take the time from the `Date` header, and the backend's clock may differ from the machine's.
  outgoing.sendDate = false
  outgoing.writeHead(status, {
    ...(edesk ? publicHeaders : managementHeaders),
    'Content-Type': edesk ? 'application/json' : 'application/problem+json',
    'Cache-Control': 'no-store',
    Connection: 'close',
  })
  outgoing.end(JSON.stringify(body))
}
