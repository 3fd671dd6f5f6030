import { maskKeys } from '#src/shared/keysInText.ts'
import { isPublicPath } from '#src/shared/apiPaths.ts'

import type { RequestLogRecord } from './records.ts'
import { findOperation } from '../server/contract/findOperation.ts'
import type { Sender, Server } from '../server/server.ts'
import { sessionCookie } from '../server/session.ts'
import { CookieResponse } from './cookieResponse.ts'
import { cookieValue } from './demoSessions.ts'
import type { PreparedAnswer, SentRequest, SentResponse } from './demoControl.ts'
import {
  sessionCookieOf,
  currentTime,
  type DemoContext,
  type DemoEnvironment,
} from './demoContext.ts'
import { endSession, faultResponse, overtake, selectFault, truncateBody } from './faultInjection.ts'
import { type Fault, formatFault } from './faults.ts'
import { replayFieldsOf, toRequestLogRecord } from './requestLogRecord.ts'
import { createWorldClient, recordRequest } from './worldServer.ts'

/**
 * Creates the server of a demo's tab: it sends requests to the tab's world with the tab's session, adds latency and faults, and
 * records all requests.
 *
 * @param options.getContext resolves with the tab's state when no change is pending.
 * @param options.send sends a request as another user, without faults.
 * @param options.whenReleased resolves with the tab's state when calls of the operation need not wait.
 * @param options.onFault called with the text of each fault that affects a call, when the call arrives.
 */
export function createDemoServer({
  getContext,
  environment,
  send,
  whenReleased,
  onFault,
}: {
  getContext: () => Promise<DemoContext>
  environment: DemoEnvironment
  send: (request: SentRequest) => Promise<SentResponse>
  whenReleased: (operation: string) => Promise<DemoContext>
  onFault: (text: string) => void
}): Server {
  const sendToWorld = createWorldClient(environment, environment.base)

  async function handle(request: Request, sender: Sender = {}): Promise<Response> {
    const identified = identifyRequest(request, environment.base)
    const { operation } = identified
    const context = await contextFor(operation)
    const answer = context.view.answers?.find((one) => one.operation === operation)
    const fault = answer ? undefined : selectFault(context, operation, environment)
    const faultText = answer ? `${answer.operation}:answer` : fault ? formatFault(fault) : null
    if (faultText !== null) onFault(faultText)
    const extraLatency = typeof fault?.what === 'object' ? fault.what.late : 0
    await delay(context.view.latency + extraLatency)
    const cookies = cookiesFor(context, sender.cookies)
    const address = context.view.address ?? sender.address ?? environment.address()
    const { userAgent } = environment.machine
    const session = cookies?.[sessionCookie]
    const replayFields = replayFieldsOf(request, identified.surface, {
      session,
      userAgent,
      address,
    })
    if (answer || isInPlace(fault)) {
      const at = currentTime(context, environment)
      const refusal = answer
        ? toResponse(answer, identified.surface)
        : refusalOf(fault, identified.surface)
      const entry = {
        ...identified,
        at: at.toISOString(),
        path: maskKeys(identified.path),
        method: request.method,
        by: { kind: 'nobody' },
        status: refusal?.status ?? 0,
        reason: 'fault',
        detail: null,
        mismatches: [],
        body: undefined,
      } as const
      const record = await toRequestLogRecord(entry, replayFields, refusal, faultText)
      recordRequest(context, environment, record)
      if (fault?.what === 'never') return new Promise(() => undefined)
      refusal?.headers.set('Date', at.toUTCString())
      return refusal ?? Response.error()
    }
    if (fault?.what === 'overtaken') await overtake(identified.path, send)
    if (fault?.what === 'session-ends') await endSession(context, environment)
    const { response, entry } = await sendToWorld(context, request, { cookies, address })
    const record = await toRequestLogRecord(entry, replayFields, response, faultText)
    recordRequest(context, environment, record)
    if (fault?.what === 'lost-after-commit') return Response.error()
    if (fault?.what === 'rubbish') return truncateBody(response)
    return storeCookie(context, response)
  }

  /** Returns the tab's state, after calls of the operation need not wait any more. */
  async function contextFor(operation: string | null): Promise<DemoContext> {
    const context = await getContext()
    if (operation === null || !context.view.held?.includes(operation)) return context
    onFault(`${operation}:hold`)
    return whenReleased(operation)
  }

  /** Returns the cookies of a request: the tab's session, unless each client sends its own. */
  function cookiesFor(
    context: DemoContext,
    sharedCookies: Readonly<Record<string, string>> | undefined,
  ): Readonly<Record<string, string>> | undefined {
    if (context.view.own === undefined && environment.cookie === null) return sharedCookies
    const cookie = sessionCookieOf(context, environment)
    return cookie ? { [sessionCookie]: cookie } : {}
  }

  /** Stores `Set-Cookie`: in the tab if it has its own session, else in the shared cookie, else the client gets the header. */
  function storeCookie(context: DemoContext, response: Response): Response {
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

  return { handle }
}

/** Whether a fault replaces the call of the backend. */
function isInPlace(fault: Fault | undefined): boolean {
  return typeof fault?.what === 'number' || fault?.what === 'lost' || fault?.what === 'never'
}

/** Returns the error response of a fault that is a status. */
function refusalOf(fault: Fault | undefined, surface: RequestLogRecord['surface']) {
  return typeof fault?.what === 'number' ? faultResponse(fault.what, surface) : null
}

/** An error without a body gets the API's own: pages take a response that is not JSON for one of a static server. */
function toResponse(
  { status, body, headers = {} }: PreparedAnswer,
  surface: RequestLogRecord['surface'],
): Response {
  if (body === undefined && status >= 400) {
    const response = faultResponse(status, surface)
    for (const [name, value] of Object.entries(headers)) response.headers.set(name, value)
    return response
  }
  const type = { 'Content-Type': status < 400 ? 'application/json' : 'application/problem+json' }
  const text = body === undefined ? null : JSON.stringify(body)
  return new Response(text, { status, headers: { ...(text === null ? {} : type), ...headers } })
}

function identifyRequest(request: Request, base: string) {
  const { pathname, search } = new URL(request.url)
  const apiPath = pathname.slice(base.replace(/\/$/, '').length)
  const surface: RequestLogRecord['surface'] = isPublicPath(apiPath) ? 'public' : 'management'
  return { operation: findOperation(request.method, apiPath), surface, path: apiPath + search }
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
