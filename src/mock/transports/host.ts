import {
  createServer as createHttpServer,
  type IncomingMessage,
  type Server as HttpServer,
  type ServerResponse,
} from 'node:http'

import { changesHeader, isApiPath, isPublicPath, normalizePath } from '#src/shared/apiPaths.ts'

import { maxBodyBytes } from '../server/http/bodyBytes.ts'
import type { Server } from '../server/server.ts'
import { cookieName, sessionCookiesOf } from './hostCookies.ts'
import { healthCheckOf, respondToHealthCheck } from './healthChecks.ts'
import { type HostObserver, observeMalformedRequest, observeRequest } from './hostObserver.ts'
import { createBodyBudget } from './bodyBudget.ts'
import { clientAddressOf } from './clientAddress.ts'
import { type ChangeStreams, isChangesRequest } from './changeStreams.ts'
import {
  dropResponse,
  hostErrorResponse,
  publicHeaders,
  sendError,
  sendPreflight,
  sendResponse,
} from './httpResponses.ts'
import { type MalformedRequest, respondToMalformedRequest } from './malformedHttp.ts'
import { createProxyCheck } from './proxies.ts'
import {
  forwardedUrlOf,
  hostNameOf,
  isSafeHostName,
  parseHostName,
  requestUrlOf,
} from './requestUrl.ts'

/** Maximum body size of a `/demo-control/` request in bytes. */
const maxControlBytes = 25_000_000
/** How long a client may take to send a request. */
const timeoutMs = 30_000

export interface HostOptions {
  server: Server
  /** Accepted host names besides `localhost` and `*.localhost`. Other names are rejected to prevent DNS rebinding. */
  hostNames?: readonly string[]
  /**
   * The proxies whose `Forwarded` and `X-Forwarded-…` apply; see `createProxyCheck`. They are responsible for the host
   * names that they forward.
   */
  trustedProxies?: readonly string[]
  /** Handles requests that are for neither API. */
  serveFile: (request: IncomingMessage, response: ServerResponse) => void
  /** Handles `/demo-control/…` requests. If undefined, they go to `serveFile`. */
  control?: (request: Request) => Promise<Response>
  /** The streams that tell pages of changes. If undefined, the host offers none. */
  streams?: ChangeStreams
  /** Resolves with whether the host can serve requests, for `/readyz`. By default, it always can. */
  isReady?: () => Promise<boolean>
  /** Observes the requests. Each response then has an id in `X-Request-Id`. */
  observer?: HostObserver
}

/**
 * Creates an HTTP server for both APIs and the files of the application.
 *
 * @throws Error if a host name or the address of a proxy is not valid.
 */
export function createHost({
  server,
  hostNames = [],
  trustedProxies = [],
  serveFile,
  control,
  streams,
  isReady = () => Promise.resolve(true),
  observer,
}: HostOptions): HttpServer {
  const acceptedNames = new Set(hostNames.map(parseHostName))
  const isTrustedProxy = createProxyCheck(trustedProxies)
  const bodies = createBodyBudget()

  async function handle(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const isForwarded = isTrustedProxy(incoming.socket.remoteAddress)
    const requestId = observer && observeRequest(observer, incoming, outgoing, isForwarded)
    // Load balancers send any host name.
    const check = healthCheckOf(incoming)
    if (check !== undefined) return respondToHealthCheck(check, incoming, outgoing, isReady)
    const sentUrl = requestUrlOf(incoming)
    // Faults may drop a response. On a reused connection browsers would retry the request, so each request gets a new one.
    if (control) outgoing.shouldKeepAlive = false
    if (!sentUrl) return sendError(outgoing, undefined, 400, 'The Host header is not valid.')
    const hostName = hostNameOf(sentUrl)
    if (!isSafeHostName(hostName) && !acceptedNames.has(hostName)) {
      return sendError(outgoing, sentUrl, 421, notAccepted(hostName))
    }
    const url = isForwarded ? forwardedUrlOf(sentUrl, incoming.headers) : sentUrl
    if (!url) {
      return sendError(outgoing, sentUrl, 400, 'The X-Forwarded headers are not valid.')
    }
    const controlHandler = isControlRequest(url) ? control : undefined
    if (!controlHandler && !isApiRequest(url)) return serveFile(incoming, outgoing)
    if (isPublic(url) && isPreflight(incoming)) return sendPreflight(incoming, outgoing)
    if (incoming.method === 'TRACE') {
      return sendError(outgoing, url, 501, 'TRACE is not supported.')
    }
    const { 'content-type': type = null } = incoming.headers
    const limit = controlHandler
      ? maxControlBytes
      : maxBodyBytes(isPublic(url) ? 'public' : 'management', type)
    const release = bodies.reserve(incoming, limit)
    if (!release) {
      await discardBody(incoming)
      outgoing.setHeader('Retry-After', '1')
      return sendError(outgoing, url, 503, 'Too many large bodies are being read. Try again.')
    }
    outgoing.once('close', release)
    const body = await readBody(incoming, limit)
    if (controlHandler && body.length > limit) {
      return sendError(outgoing, url, 413, 'The body is too large.')
    }
    const request = toRequest(incoming, { url, body, requestId })
    const ownCookie = cookieName(url, isForwarded ? undefined : incoming.socket.localPort)
    const cookies = sessionCookiesOf(incoming, ownCookie)
    const pendingResponse = controlHandler
      ? controlHandler(request)
      : streams && isChangesRequest(url)
        ? streams.open(request, cookies, outgoing)
        : server.handle(request, {
            cookies,
            address: clientAddressOf(incoming, isTrustedProxy),
          })
    const response = await unlessDisconnected(pendingResponse, outgoing)
    if (!response) return
    if (response.type === 'error') return dropResponse(incoming, outgoing)
    if (isSessionRequest(url) && streams?.areOffered(request, cookies)) {
      outgoing.setHeader(changesHeader, '?1')
    }
    await sendResponse(outgoing, url, response, ownCookie)
  }

  /**
   * Responds to a request that Node's parser rejects. One with an unknown method is valid HTTP. Its headers are lost, but 404 and
   * 405 need no key.
   */
  async function respondToMalformed(malformed: MalformedRequest): Promise<Response | undefined> {
    const url = URL.parse(`http://localhost${malformed.path}`)
    if (!url || !isApiRequest(url)) return undefined
    const { method, status, detail } = malformed
    const response =
      method !== undefined && isPublic(url)
        ? await respondToMethod(method, url).catch(() => undefined)
        : undefined
    if (!response) return hostErrorResponse(url, status, detail)
    for (const [name, value] of Object.entries(publicHeaders)) response.headers.set(name, value)
    return response
  }

  /** @throws TypeError for the methods that the Fetch standard forbids. */
  async function respondToMethod(method: string, url: URL): Promise<Response> {
    return server.handle(new Request(url, { method }))
  }

  /** The sockets that are in the middle of a request and its response. */
  const busySockets = new WeakSet<object>()
  const host = createHttpServer(
    { keepAliveTimeout: 30_000, requestTimeout: timeoutMs, headersTimeout: timeoutMs },
    (incoming, outgoing) => {
      busySockets.add(incoming.socket)
      outgoing.once('close', () => busySockets.delete(incoming.socket))
      handle(incoming, outgoing).catch(() => {
        // The client aborted the request, or it is malformed.
        if (outgoing.headersSent) outgoing.destroy()
        else sendError(outgoing, undefined, 400, 'The request cannot be read.')
      })
    },
  )
  host.on('checkExpectation', (incoming: IncomingMessage, outgoing: ServerResponse) => {
    const detail = 'The only expectation that is supported is 100-continue.'
    sendError(outgoing, requestUrlOf(incoming), 417, detail)
  })
  return host.on('clientError', (error, socket) => {
    const requestId = observer?.newRequestId()
    void respondToMalformedRequest(error, socket, {
      isBusy: busySockets.has(socket),
      respond: async (malformed) => {
        const response = await respondToMalformed(malformed)
        if (requestId !== undefined) response?.headers.set('X-Request-Id', requestId)
        return response
      },
    }).then((sent) => {
      if (observer && requestId !== undefined && sent)
        observeMalformedRequest(observer, { ...sent, requestId })
    })
  })
}

function notAccepted(name: string): string {
  return `The host name “${name}” is not accepted. Use localhost, or start the host with: --allow-host ${name}`
}

function isPublic({ pathname }: URL): boolean {
  return isPublicPath(pathname)
}

function isApiRequest(url: URL): boolean {
  return isApiPath(url.pathname)
}

function isSessionRequest({ pathname }: URL): boolean {
  return normalizePath(pathname) === '/api/session'
}

function isControlRequest({ pathname }: URL): boolean {
  return pathname.startsWith('/demo-control/')
}

/**
 * Resolves with the response, or with undefined if the client disconnects first: the fault `never` gives no response at all. A stream
 * has sent its response already.
 */
function unlessDisconnected(
  pendingResponse: Promise<Response | undefined>,
  outgoing: ServerResponse,
): Promise<Response | undefined> {
  return new Promise((resolve, reject) => {
    if (outgoing.closed) resolve(undefined)
    outgoing.once('close', () => resolve(undefined))
    pendingResponse.then(resolve, reject)
  })
}

function isPreflight({ method, headers }: IncomingMessage): boolean {
  return method === 'OPTIONS' && headers['access-control-request-method'] !== undefined
}

/**
 * Reads a body. Of one that is larger than `limit`, it keeps one byte more than that, so that the server sees that it is too large.
 * The rest is read and discarded, because clients read the response only after they have sent everything.
 */
async function readBody(incoming: IncomingMessage, limit: number): Promise<Buffer> {
  if (!announcesBody(incoming)) return Buffer.alloc(0)
  const parts: Buffer[] = []
  let missing = limit + 1
  for await (const part of incoming as AsyncIterable<Buffer>) {
    if (missing > 0) parts.push(part.subarray(0, missing))
    missing -= part.length
  }
  return Buffer.concat(parts)
}

/** Whether a request has a body (RFC 9112, section 6.3). Most have none, and to iterate over nothing takes time too. */
function announcesBody({ headers }: IncomingMessage): boolean {
  return headers['content-length'] !== undefined || headers['transfer-encoding'] !== undefined
}

/** Reads a body and keeps nothing of it: clients read the response only after they have sent everything. */
async function discardBody(incoming: IncomingMessage): Promise<void> {
  await readBody(incoming, -1)
}

/** @param sent.requestId replaces an id that the client has sent. */
function toRequest(
  { method = 'GET', headers, headersDistinct }: IncomingMessage,
  { url, body, requestId }: { url: URL; body: Buffer; requestId: string | undefined },
): Request {
  // Of two headers such as Authorization, `headers` has only the first. A request has both, as in a browser.
  const all = {
    ...headersDistinct,
    cookie: [headers.cookie ?? []].flat(),
    ...(requestId === undefined ? {} : { 'x-request-id': [requestId] }),
  }
  const pairs = Object.entries(all).flatMap(([name, values = []]) =>
    values.map((text): [string, string] => [name, text]),
  )
  const hasBody = method !== 'GET' && method !== 'HEAD' && body.length > 0
  return new Request(url, {
    method,
    headers: pairs,
    ...(hasBody ? { body: new Uint8Array(body) } : {}),
  })
}
