import { maskKeys } from '#src/shared/keysInText.ts'
import type { RequestLogEntry } from '../server/requestLogEntry.ts'
import type { RequestLogRecord } from './records.ts'
import { sha256 } from '../domain/sha256.ts'
import { isPublicPath, routeTable } from '../server/routes.ts'
import type { Server } from '../server/server.ts'
import { sessionCookie } from '../server/session.ts'
import { CookieResponse, truncateBody, faultResponse } from './cookieResponse.ts'
import { incrementCounts, type Fault, formatFault, findFault } from './faults.ts'
import {
  sessionCookieOf,
  currentTime,
  type DemoContext,
  type DemoEnvironment,
} from './demoContext.ts'
import { isChange } from './recorder.ts'
import { readCreated } from './replay.ts'
import { replayHeaders } from './impersonatedClient.ts'
import { cookieValue } from './seedWorld.ts'
import { createServersByContext } from './worldServer.ts'

const findManagement = routeTable('management')
const findPublic = routeTable('public')

/** The Admin who makes the concurrent change of the fault `overtaken`. */
const otherAdmin = 'robin.field@example.com'

/** Sends a request as the given user, without faults. */
type Send = (request: {
  as: string
  method: string
  path: string
  body?: unknown
  headers?: Record<string, string>
}) => Promise<{ headers: Record<string, string>; body: unknown }>

/**
 * Wraps the backend for a demo: uses the tab's clock and session, adds its latency and faults, and records all requests.
 *
 * @param getContext resolves with the tab's state when no change is pending.
 */
export function withFaults(
  getContext: () => Promise<DemoContext>,
  environment: DemoEnvironment,
  send: Send,
): Server {
  const observed = new WeakMap<Request, RequestLogEntry>()
  const serverOf = createServersByContext(environment, () => ({
    base: environment.base,
    observe: (exchange, request) => observed.set(request, exchange),
  }))

  async function handle(
    request: Request,
    sharedCookies: Readonly<Record<string, string>> | undefined,
  ): Promise<Response> {
    const context = await getContext()
    const { operation, surface, path } = identifyRequest(request, environment.base)
    const fault = selectFault(context, operation, environment)
    const extraLatency = typeof fault?.what === 'object' ? fault.what.late : 0
    await delay(context.view.latency + extraLatency)
    const headers = replayHeaders(request.headers)
    if (typeof fault?.what === 'number' || fault?.what === 'lost' || fault?.what === 'never') {
      const { what } = fault
      const refusal = typeof what === 'number' ? faultResponse(what, surface) : undefined
      const at = currentTime(context, environment).toISOString()
      record(context, {
        at,
        method: request.method,
        path: maskKeys(path),
        operation,
        surface,
        by: { kind: 'nobody' },
        status: refusal?.status ?? 0,
        reason: 'fault',
        detail: null,
        mismatches: [],
        body: undefined,
        headers,
        made: null,
        fault: formatFault(fault),
      })
      if (what === 'never') return new Promise(() => undefined)
      refusal?.headers.set('Date', new Date(at).toUTCString())
      return refusal ?? Response.error()
    }
    if (fault?.what === 'overtaken') await overtake(path)
    if (fault?.what === 'session-ends') await endSession(context)
    const { exchange, response } = await forward(context, request, sharedCookies)
    const made =
      isChange(exchange) && response.ok ? readCreated(await response.clone().text()).id : null
    record(context, { ...exchange, headers, made, fault: fault ? formatFault(fault) : null })
    if (fault?.what === 'lost-after-commit') return Response.error()
    if (fault?.what === 'rubbish') return truncateBody(response)
    return storeCookie(context, response)
  }

  async function forward(
    context: DemoContext,
    request: Request,
    sharedCookies: Readonly<Record<string, string>> | undefined,
  ): Promise<{ exchange: RequestLogEntry; response: CookieResponse | Response }> {
    const cookie = sessionCookieOf(context, environment)
    const demoSetsCookie = context.view.own !== undefined || environment.cookie !== null
    const cookies = demoSetsCookie ? (cookie ? { [sessionCookie]: cookie } : {}) : sharedCookies
    const response = await serverOf(context).handle(request, cookies)
    const exchange = observed.get(request)
    if (!exchange) throw new Error('The server did not report the request.')
    if (isChange(exchange)) environment.notify.change()
    return { exchange, response }
  }

  /** Stores `Set-Cookie`: in the tab if it has its own session, else in the shared cookie, else the client gets the header. */
  function storeCookie(context: DemoContext, response: CookieResponse | Response): Response {
    const setCookie = response instanceof CookieResponse ? response.setCookie : null
    if (setCookie !== null && context.view.own) {
      context.view = { ...context.view, own: { cookie: cookieValue(setCookie) || null } }
      environment.memory.save(context.view)
    } else if (setCookie !== null && environment.cookie) {
      environment.cookie.set(context.view.world, setCookie)
    } else if (setCookie !== null) {
      return withCookie(response, setCookie, environment.ResponseClass)
    }
    return response
  }

  function record(context: DemoContext, exchange: Omit<RequestLogRecord, 'id'>): void {
    context.recorder.add(exchange)
    environment.notify.exchange(exchange)
  }

  async function overtake(path: string): Promise<void> {
    const tokenPath = path.split('?')[0] ?? path
    const { headers, body } = await send({ as: otherAdmin, method: 'GET', path: tokenPath })
    const { description = '' } = (body ?? {}) as { description?: string }
    await send({
      as: otherAdmin,
      method: 'PATCH',
      path: tokenPath,
      headers: { 'If-Match': headers.etag ?? '*' },
      body: { description: `${description} Checked by Robin.`.trim() },
    })
  }

  async function endSession(context: DemoContext): Promise<void> {
    const cookie = sessionCookieOf(context, environment)
    if (cookie) await context.storage.write((db) => db.delete('sessions', sha256(cookie)))
  }

  return { handle }
}

/** Returns the fault that applies to a call, if any, and counts the call. */
function selectFault(
  context: DemoContext,
  operation: string | null,
  { memory }: DemoEnvironment,
): Fault | undefined {
  const { faults, counts } = context.view
  if (faults.length === 0 || operation === null) return undefined
  const seed = context.world.seed ?? context.world.seededAt
  const fault = findFault(faults, operation, counts, seed)
  context.view = { ...context.view, counts: incrementCounts(counts, operation) }
  memory.save(context.view)
  return fault
}

function identifyRequest(request: Request, base: string) {
  const { pathname, search } = new URL(request.url)
  const apiPath = pathname.slice(base.replace(/\/$/, '').length)
  const isPublic = isPublicPath(apiPath)
  const method = request.method === 'HEAD' ? 'GET' : request.method
  const { route } = isPublic ? findPublic(method, apiPath) : findManagement(request.method, apiPath)
  const surface: RequestLogRecord['surface'] = isPublic ? 'public' : 'management'
  return { operation: route?.operationId ?? null, surface, path: apiPath + search }
}

function withCookie(
  response: Response,
  setCookie: string,
  ResponseClass: typeof Response,
): Response {
  return new ResponseClass(response.body, {
    status: response.status,
    headers: [...response.headers, ['Set-Cookie', setCookie]],
  })
}

function delay(milliseconds: number): Promise<void> {
  if (milliseconds === 0) return Promise.resolve()
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}
