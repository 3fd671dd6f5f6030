import {
  createServer as createHttpServer,
  type IncomingMessage,
  type Server as HttpServer,
  type ServerResponse,
} from 'node:http'
import { isIP } from 'node:net'

import { EdeskError } from '../publicApi/edeskError.ts'
import { isPublicPath } from '../routes.ts'
import type { Server } from '../server.ts'
import { answerUnreadable } from './unreadableHttp.ts'

/** The most bytes that a request may bring: more than either API takes, so that each says so itself, as it does elsewhere. */
const largestBody = 25_000_000
/** How long a request may take to come in, in milliseconds. */
const patience = 30_000

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
  /** The names that the host goes by, besides `localhost`: a page of another name could otherwise pass for its own. */
  hostNames?: readonly string[]
  /** Answers whatever is for neither of the APIs. */
  serveFile: (request: IncomingMessage, response: ServerResponse) => void
  /** Answers what is for the control of demos, `/demo-control/…`; without it, that is for the files. */
  control?: (request: Request) => Promise<Response>
}

/** The backend over HTTP: both APIs from one server function, and the application's files beside them. */
export function createHost({
  server,
  hostNames = [],
  serveFile,
  control,
}: HostOptions): HttpServer {
  const names = new Set(['localhost', ...hostNames.map((name) => name.toLowerCase())])

  async function answer(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const url = urlOf(incoming)
    // An answer that gets lost on purpose must be: where a connection was used before, browsers ask once more by themselves.
    if (control) outgoing.shouldKeepAlive = false
    if (!names.has(url.hostname) && !isAddress(url.hostname)) {
      return refuse(outgoing, url, 421, 'This host does not go by that name. Ask localhost.')
    }
    const controlled = isForControl(url) ? control : undefined
    if (!controlled && !isForApi(url)) return serveFile(incoming, outgoing)
    if (isPublic(url) && isPreflight(incoming)) return answerPreflight(incoming, outgoing)
    if (incoming.method === 'TRACE') {
      return refuse(outgoing, url, 501, 'Requests are not sent back here.')
    }
    const body = await bodyOf(incoming)
    if (!body) return refuse(outgoing, url, 413, 'The body is too large.')
    const request = toRequest(incoming, url, body)
    const answering = controlled ? controlled(request) : server.handle(request)
    const response = await unlessGone(answering, outgoing)
    if (!response) return
    if (response.type === 'error') return loseAnswer(incoming, outgoing)
    await send(outgoing, url, response)
  }

  /** It comes without its headers: whoever sends such a method learns that there is none, with a key or without. */
  async function answerMethod(method: string, path: string): Promise<Response | undefined> {
    const url = new URL(`http://localhost${path}`)
    if (!isPublic(url)) return undefined
    const answer = await server.handle(new Request(url, { method }))
    for (const [name, value] of Object.entries(publicHeaders)) answer.headers.set(name, value)
    return answer
  }

  const host = createHttpServer(
    { keepAliveTimeout: 30_000, requestTimeout: patience, headersTimeout: patience },
    (incoming, outgoing) => {
      answer(incoming, outgoing).catch(() => {
        // It was broken off, or makes no sense as a request.
        if (outgoing.headersSent) outgoing.destroy()
        else refuse(outgoing, undefined, 400, 'The request cannot be read.')
      })
    },
  )
  return host.on('clientError', (error, socket) => {
    void answerUnreadable(error, socket, answerMethod)
  })
}

function urlOf({ url = '/', headers }: IncomingMessage): URL {
  const origin = `http://${headers.host ?? 'localhost'}`
  // `//elsewhere/` is a path here, and no address of another host.
  return url.startsWith('/') ? new URL(origin + url) : new URL(url, origin)
}

/** Nobody can give an IP address of this machine to a page of their own, as one can with a name. */
function isAddress(hostname: string): boolean {
  return isIP(hostname.replace(/^\[(.*)\]$/, '$1')) !== 0
}

function isPublic({ pathname }: URL): boolean {
  return isPublicPath(pathname)
}

function isForApi(url: URL): boolean {
  return isPublic(url) || url.pathname.startsWith('/api/')
}

function isForControl({ pathname }: URL): boolean {
  return pathname.startsWith('/demo-control/')
}

/** The answer; undefined where the client has gone before there was one, as it may have to where there never is. */
function unlessGone(
  answering: Promise<Response>,
  outgoing: ServerResponse,
): Promise<Response | undefined> {
  return new Promise((resolve, reject) => {
    if (outgoing.closed) resolve(undefined)
    outgoing.once('close', () => resolve(undefined))
    answering.then(resolve, reject)
  })
}

/** Lets an answer get lost on its way: the connection ends without one. */
function loseAnswer({ headers }: IncomingMessage, outgoing: ServerResponse): void {
  // Where nothing at all comes back, browsers send a request once more by themselves (RFC 9112, 9.3.1), even a POST, and nobody
  // learns that it was lost. What cannot be an answer is one failure, as it is without a host.
  const isBrowser = headers['user-agent']?.startsWith('Mozilla/') ?? false
  if (isBrowser)
    outgoing.socket?.write('HTTP/1.1 200\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n')
  outgoing.destroy()
}

function isPreflight({ method, headers }: IncomingMessage): boolean {
  return method === 'OPTIONS' && headers['access-control-request-method'] !== undefined
}

function answerPreflight({ headers }: IncomingMessage, outgoing: ServerResponse): void {
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
 * The whole body; undefined where it is too large. Then its rest is read and forgotten, because a client that is still sending
 * does not look for the answer yet.
 */
async function bodyOf(incoming: IncomingMessage): Promise<Buffer | undefined> {
  let parts: Buffer[] = []
  let size = 0
  for await (const part of incoming as AsyncIterable<Buffer>) {
    size += part.length
    if (size <= largestBody) parts.push(part)
    else parts = []
  }
  return size <= largestBody ? Buffer.concat(parts) : undefined
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

async function send(outgoing: ServerResponse, url: URL, response: Response): Promise<void> {
  const body = Buffer.from(await response.arrayBuffer())
  for (const [name, value] of response.headers) {
    if (name !== 'set-cookie') outgoing.setHeader(name, value)
  }
  for (const [name, value] of Object.entries(headersFor(url))) outgoing.setHeader(name, value)
  // Here, unlike in a page, no script needs to read the session.
  const cookies = response.headers.getSetCookie().map((cookie) => `${cookie}; HttpOnly`)
  if (cookies.length > 0) outgoing.setHeader('Set-Cookie', cookies)
  if (body.length > 0) outgoing.setHeader('Content-Length', body.length)
  outgoing.writeHead(response.status)
  outgoing.end(body)
}

function headersFor(url: URL): Record<string, string> {
  return isPublic(url) ? publicHeaders : managementHeaders
}

/** What the host itself refuses, before either API has seen it. In eDesk's form for `/v1`, else as a problem document (RFC 9457). */
function refuse(
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
  // This machine's time may be another than the backend's, which pages go by.
  outgoing.sendDate = false
  outgoing.writeHead(status, {
    ...(edesk ? publicHeaders : managementHeaders),
    'Content-Type': edesk ? 'application/json' : 'application/problem+json',
    'Cache-Control': 'no-store',
    Connection: 'close',
  })
  outgoing.end(JSON.stringify(body))
}
