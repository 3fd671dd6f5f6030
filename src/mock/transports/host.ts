import {
  createServer as createHttpServer,
  type IncomingMessage,
  type Server as HttpServer,
  type ServerResponse,
} from 'node:http'

import { EdeskError } from '../publicApi/edeskError.ts'
import type { Server } from '../server.ts'

/** The most bytes that a request may bring. */
const largestBody = 4_000_000

const corsHeaders = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers':
    'Allow, Retry-After, WWW-Authenticate, RateLimit-Limit, RateLimit-Remaining, RateLimit-Reset, RateLimit-Policy',
  'Cross-Origin-Resource-Policy': 'cross-origin',
}

export interface HostOptions {
  server: Server
  /** What the host is called by, besides the loopback's names: a page of another name could otherwise act as its own origin. */
  hostNames?: readonly string[]
  /** Answers whatever is not one of the APIs. */
  serveFile: (request: IncomingMessage, response: ServerResponse) => void
}

/** The backend over HTTP: both APIs from one server function, and the application's files beside them. */
export function createHost({ server, hostNames = [], serveFile }: HostOptions): HttpServer {
  const names = new Set(['localhost', '127.0.0.1', '[::1]', ...hostNames])

  async function answer(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const url = new URL(incoming.url ?? '/', `http://${incoming.headers.host ?? 'localhost'}`)
    if (!names.has(url.hostname)) return refuse(outgoing, 421, 'This host is not called that.')
    const isPublic = url.pathname.startsWith('/v1/')
    if (!isPublic && !url.pathname.startsWith('/api/')) return serveFile(incoming, outgoing)
    if (isPublic && isPreflight(incoming)) return answerPreflight(incoming, outgoing)
    const body = await bodyOf(incoming)
    if (body === undefined) return refuse(outgoing, 413, 'The body is too large.')
    const response = await server.handle(toRequest(incoming, url, body))
    await send(outgoing, response, isPublic ? corsHeaders : {})
  }

  const host = createHttpServer({ keepAliveTimeout: 30_000 }, (incoming, outgoing) => {
    answer(incoming, outgoing).catch(() => {
      // A request that was broken off, or no HTTP that makes sense: nobody is there to be told.
      if (!outgoing.headersSent) refuse(outgoing, 400, 'The request cannot be read.')
      else outgoing.destroy()
    })
  })
  host.requestTimeout = 30_000
  return host
}

function isPreflight({ method, headers }: IncomingMessage): boolean {
  return method === 'OPTIONS' && headers['access-control-request-method'] !== undefined
}

function answerPreflight({ headers }: IncomingMessage, outgoing: ServerResponse): void {
  outgoing.writeHead(204, {
    ...corsHeaders,
    'Access-Control-Allow-Methods': 'GET, HEAD, POST, PUT, DELETE',
    'Access-Control-Allow-Headers':
      headers['access-control-request-headers'] ?? 'Authorization, Content-Type',
    'Access-Control-Max-Age': '600',
    Vary: 'Access-Control-Request-Headers',
  })
  outgoing.end()
}

/** The whole body; undefined where it is too large. */
async function bodyOf(incoming: IncomingMessage): Promise<Buffer | undefined> {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of incoming as AsyncIterable<Buffer>) {
    size += part.length
    if (size > largestBody) return undefined
    parts.push(part)
  }
  return Buffer.concat(parts)
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

async function send(
  outgoing: ServerResponse,
  response: Response,
  more: Record<string, string>,
): Promise<void> {
  for (const [name, value] of response.headers) {
    if (name !== 'set-cookie') outgoing.setHeader(name, value)
  }
  for (const [name, value] of Object.entries(more)) outgoing.setHeader(name, value)
  outgoing.setHeader('X-Content-Type-Options', 'nosniff')
  // Here, unlike in a page, no script needs to read the session.
  const cookies = response.headers.getSetCookie().map((cookie) => `${cookie}; HttpOnly`)
  if (cookies.length > 0) outgoing.setHeader('Set-Cookie', cookies)
  outgoing.writeHead(response.status)
  outgoing.end(Buffer.from(await response.arrayBuffer()))
}

function refuse(outgoing: ServerResponse, status: number, details: string): void {
  const { body } = new EdeskError(status, 'The request cannot be answered', details)
  outgoing.writeHead(status, { 'Content-Type': 'application/json', Connection: 'close' })
  outgoing.end(JSON.stringify(body))
}
