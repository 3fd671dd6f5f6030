import type { IncomingMessage, ServerResponse } from 'node:http'

import { isApiPath, isPublicPath } from '#src/shared/apiPaths.ts'
import { containsKey } from '#src/shared/keysInText.ts'

import { findOperation } from '../server/contract/findOperation.ts'
import { isChangesRequest } from './changeStreams.ts'
import { healthCheckOf } from './healthChecks.ts'

/** The operation of a stream of changes, which is open as long as its page. */
export const changesOperation = 'changes'

/** The header with a request's id, of responses and of requests that a proxy forwards. */
const requestIdHeader = 'X-Request-Id'

/**
 * A request to the host and its response, for logs and metrics. Nothing in it was written by a client, except for the method, which
 * HTTP's parser limits to its own, and `proxyRequestId`.
 */
export interface HostExchange {
  /** The id in the response's header `X-Request-Id`. */
  requestId: string
  /** The id that a trusted proxy has sent, if the response has another one. */
  proxyRequestId: string | undefined
  /** Null if it is not HTTP. */
  method: string | null
  /**
   * The id of the operation. For other requests: `healthz`, `readyz`, `preflight`, `control` (of worlds), `changes` (a stream of changes), `file`,
   * `unknown` (no operation of an API), or `malformed` (not HTTP).
   */
  operation: string
  /** Null if the connection ended before a response began. */
  status: number | null
  milliseconds: number
  /** The size of the response with its headers. */
  bytes: number
  /** Whether the whole response was sent. */
  isComplete: boolean
}

/** Observes the requests of a host. */
export interface HostObserver {
  /** Returns an id for a request. */
  newRequestId: () => string
  /** The time in milliseconds. */
  now: () => number
  requestStarted: () => void
  requestEnded: (exchange: HostExchange) => void
}

/**
 * Gives a request an id, which the response has in its header, and reports both when the response has ended.
 *
 * @param isForwarded whether a trusted proxy has sent the request. Its id then applies, if it is well-formed. The public API has ids of
 *   its own for requests with a valid key: the token's request log has them.
 * @returns the id.
 */
export function observeRequest(
  observer: HostObserver,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  isForwarded: boolean,
): string {
  const startedAt = observer.now()
  const { socket, method = '' } = incoming
  const bytesBefore = socket.bytesWritten
  // The file server changes the URL.
  const operation = operationOf(incoming)
  const proxyRequestId = isForwarded ? wellFormedId(incoming) : undefined
  const givenId = proxyRequestId ?? observer.newRequestId()
  outgoing.setHeader(requestIdHeader, givenId)
  observer.requestStarted()
  outgoing.once('close', () => {
    const requestId = String(outgoing.getHeader(requestIdHeader))
    const bytes = socket.bytesWritten - bytesBefore
    observer.requestEnded({
      requestId,
      proxyRequestId: proxyRequestId === requestId ? undefined : proxyRequestId,
      method,
      operation,
      status: outgoing.headersSent ? outgoing.statusCode : null,
      milliseconds: observer.now() - startedAt,
      bytes,
      isComplete: outgoing.writableFinished || hasSentAll(outgoing, bytes),
    })
  })
  return givenId
}

/** Reports a request that HTTP's parser has rejected. */
export function observeMalformedRequest(
  observer: HostObserver,
  { requestId, status, bytes }: { requestId: string; status: number; bytes: number },
): void {
  observer.requestStarted()
  observer.requestEnded({
    requestId,
    proxyRequestId: undefined,
    method: null,
    operation: 'malformed',
    status,
    milliseconds: 0,
    bytes,
    isComplete: true,
  })
}

/**
 * Whether a response of a known length was sent, although it has not ended: a client that has got the last byte of a file may close
 * the connection before the file is closed.
 */
function hasSentAll(outgoing: ServerResponse, bytes: number): boolean {
  const length = outgoing.getHeader('Content-Length')
  return outgoing.headersSent && length !== undefined && bytes > Number(length)
}

/** Returns an id that is safe in a log: short, in the characters of common ids, and not a key in any form. */
function wellFormedId({ headers }: IncomingMessage): string | undefined {
  const id = headers['x-request-id']
  const isId = typeof id === 'string' && /^[\w.:-]{8,64}$/.test(id) && !containsKey(id)
  return isId ? id : undefined
}

function operationOf({ method = 'GET', url = '', headers }: IncomingMessage): string {
  const check = healthCheckOf({ url })
  if (check !== undefined) return check
  const parsed = URL.parse(url.startsWith('/') ? `http://localhost${url}` : url)
  const pathname = parsed?.pathname ?? ''
  if (pathname.startsWith('/demo-control/')) return 'control'
  if (!isApiPath(pathname)) return 'file'
  if (parsed && isChangesRequest(parsed)) return changesOperation
  const isPreflight = method === 'OPTIONS' && headers['access-control-request-method'] !== undefined
  if (isPreflight && isPublicPath(pathname)) return 'preflight'
  return findOperation(method, pathname) ?? 'unknown'
}
