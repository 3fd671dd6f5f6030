import type { Exchange, ExchangeRecord } from '../domain/records.ts'
import { sha256 } from '../domain/sha256.ts'
import { isPublicPath, routeTable } from '../routes.ts'
import { demoAccounts } from '../scenarios/demoAccounts.ts'
import { createServer, type Server } from '../server.ts'
import { sessionCookie } from '../session.ts'
import { Answer, damaged, refusalOf } from './answer.ts'
import { counted, type Fault, formatFault, strikingFault } from './faults.ts'
import { cookieIn, nowIn, type Place, type Surroundings } from './place.ts'
import { isChange } from './recorder.ts'
import { madeIn } from './replay.ts'
import { decisive } from './sendAs.ts'
import { cookieValue } from './worlds.ts'

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
 * @param getPlace resolves with the tab's state when no change is pending.
 */
export function createFaultyServer(
  getPlace: () => Promise<Place>,
  surroundings: Surroundings,
  send: Send,
): Server {
  async function handle(
    request: Request,
    sharedCookies: Readonly<Record<string, string>> | undefined,
  ): Promise<Response> {
    const place = await getPlace()
    const { operation, surface, path } = identifyRequest(request, surroundings.base)
    const fault = selectFault(place, operation, surroundings)
    const extraLatency = typeof fault?.what === 'object' ? fault.what.late : 0
    await delay(place.view.latency + extraLatency)
    const headers = decisive(request.headers)
    if (typeof fault?.what === 'number' || fault?.what === 'lost' || fault?.what === 'never') {
      const { what } = fault
      const refusal = typeof what === 'number' ? refusalOf(what, surface) : undefined
      const at = nowIn(place, surroundings).toISOString()
      record(place, {
        at,
        method: request.method,
        path,
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
    if (fault?.what === 'session-ends') await endSession(place)
    const { exchange, response } = await forward(place, request, sharedCookies)
    const made = isChange(exchange) && response.ok ? madeIn(await response.clone().text()).id : null
    record(place, { ...exchange, headers, made, fault: fault ? formatFault(fault) : null })
    if (fault?.what === 'lost-after-commit') return Response.error()
    if (fault?.what === 'rubbish') return damaged(response)
    return storeCookie(place, response)
  }

  async function forward(
    place: Place,
    request: Request,
    sharedCookies: Readonly<Record<string, string>> | undefined,
  ): Promise<{ exchange: Exchange; response: Answer | Response }> {
    let exchange: Exchange | undefined
    const server = createServer({
      storage: place.storage,
      clock: { now: () => nowIn(place, surroundings) },
      randomBytes: surroundings.machine.randomBytes,
      demoAccounts,
      ResponseClass: Answer,
      base: surroundings.base,
      observe: (observed) => (exchange = observed),
    })
    const cookie = cookieIn(place, surroundings)
    const demoSetsCookie = place.view.own !== undefined || surroundings.cookie !== null
    const cookies = demoSetsCookie ? (cookie ? { [sessionCookie]: cookie } : {}) : sharedCookies
    const response = await server.handle(request, cookies)
    if (!exchange) throw new Error('The server did not report the request.')
    if (isChange(exchange)) surroundings.tell.change()
    return { exchange, response }
  }

  /** Stores `Set-Cookie`: in the tab if it has its own session, else in the shared cookie, else the client gets the header. */
  function storeCookie(place: Place, response: Answer | Response): Response {
    const setCookie = response instanceof Answer ? response.setCookie : null
    if (setCookie !== null && place.view.own) {
      place.view = { ...place.view, own: { cookie: cookieValue(setCookie) || null } }
      surroundings.memory.save(place.view)
    } else if (setCookie !== null && surroundings.cookie) {
      surroundings.cookie.set(setCookie)
    } else if (setCookie !== null) {
      return withCookie(response, setCookie, surroundings.ResponseClass)
    }
    return response
  }

  function record(place: Place, exchange: Omit<ExchangeRecord, 'id'>): void {
    place.recorder.add(exchange)
    surroundings.tell.exchange(exchange)
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

  async function endSession(place: Place): Promise<void> {
    const cookie = cookieIn(place, surroundings)
    if (cookie) await place.storage.change((db) => db.delete('sessions', sha256(cookie)))
  }

  return { handle }
}

/** Returns the fault that applies to a call, if any, and counts the call. */
function selectFault(
  place: Place,
  operation: string | null,
  { memory }: Surroundings,
): Fault | undefined {
  const { faults, counts } = place.view
  if (faults.length === 0 || operation === null) return undefined
  const seed = place.world.seed ?? place.world.seededAt
  const fault = strikingFault(faults, operation, counts, seed)
  place.view = { ...place.view, counts: counted(counts, operation) }
  memory.save(place.view)
  return fault
}

function identifyRequest(request: Request, base: string) {
  const { pathname, search } = new URL(request.url)
  const apiPath = pathname.slice(base.replace(/\/$/, '').length)
  const isPublic = isPublicPath(apiPath)
  const method = request.method === 'HEAD' ? 'GET' : request.method
  const { route } = isPublic ? findPublic(method, apiPath) : findManagement(request.method, apiPath)
  const surface: ExchangeRecord['surface'] = isPublic ? 'public' : 'management'
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
