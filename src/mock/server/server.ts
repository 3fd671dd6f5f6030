import { isPublicPath } from '#src/shared/apiPaths.ts'

import { maxBodyBytes, readBodyBytes } from './http/bodyBytes.ts'
import type { WriteTransaction } from './writeTransaction.ts'
import { preferredLanguage } from './http/acceptLanguage.ts'
import { readCookie } from './http/cookies.ts'
import { validateRequest, findRoute } from './contract/validateRequest.ts'
import { tokenAccessError } from '../domain/access.ts'
import type { RandomBytes } from '../domain/random.ts'
import type { BusinessRecord } from '../domain/records.ts'
import { isPauseCheckDue } from '../domain/rules.ts'
import type { RequestLogEntry } from './requestLog/requestLogEntry.ts'
import { toRequestLogEntry, type RequestTrace, emptyTrace } from './requestLog/requestTrace.ts'
import type {
  AccessRequirement,
  Actor,
  AnyOperation,
  OfferedAccount,
  OperationResult,
} from './operation.ts'
import { operations } from '../operations/operations.ts'
import { pauseUnusedTokens, pauseUnusedTokensOf } from '../operations/pauseUnusedTokens.ts'
import { inTurns } from './inTurns.ts'
import { foreignOriginDetail } from './errors/errorResponse.ts'
import { Problem } from './errors/problem.ts'
import { EdeskError } from '../publicApi/edeskError.ts'
import type { PublicApi, PublicApiOptions } from '../publicApi/publicApi.ts'
import { type Route } from './contract/routes.ts'
import { findResponseViolation } from './contract/findResponseViolation.ts'
import { readOnce } from './records/readOnce.ts'
import { findActor, sessionCookie } from './session.ts'
import type { Reader, Storage } from '../domain/schema.ts'
import { StorageError } from '../storage/port.ts'

/** Pauses the tokens of a business that a rule has paused by now, if the transaction writes. Returns the business after that. */
type PauseFirst = (business: BusinessRecord, now: Date) => Promise<BusinessRecord>

export interface ServerOptions {
  storage: Storage
  clock: { now(): Date }
  randomBytes: RandomBytes
  /** By default `storage.write` with `randomBytes`. A caller can derive the bytes of each transaction from its storage. */
  write?: WriteTransaction
  /** The accounts that the login page offers with their passwords. */
  offeredAccounts?: readonly OfferedAccount[]
  /**
   * The class of responses. Browsers strip `Set-Cookie` from a plain Response; MSW's transports pass a class that keeps it.
   */
  ResponseClass?: typeof Response
  /** The program that sends requests without a `User-Agent` header: a browser hides this header from its pages and workers. */
  userAgent?: string | undefined
  /** The base path that the application is served under. */
  base?: string
  /** Called after every request to either API, once its response is ready. */
  observe?: (entry: RequestLogEntry, request: Request) => void
  /** Called with the error behind each response that is an internal error, or says that the storage failed. */
  onFailure?: (error: unknown, request: Request) => void
}

/** What a transport knows of the sender of a request. */
export interface Sender {
  /** The request's cookies, from transports that cannot read the `Cookie` header. */
  cookies?: Readonly<Record<string, string>> | undefined
  /** The IP address in its canonical form (`parseAddress`); undefined if it is not known. */
  address?: string | undefined
}

export interface Server {
  /** Handles a request; never rejects. */
  handle(request: Request, sender?: Sender): Promise<Response>
}

/**
 * The backend. publicApi.ts handles eDesk's public API under `/v1`. The management API handles a request in these steps:
 * route → authentication → authorization → validation → operation → response. One storage transaction spans the steps from
 * authentication to the operation.
 */
export function createServer(options: ServerOptions): Server {
  const base = (options.base ?? '').replace(/\/$/, '')
  const ResponseClass = options.ResponseClass ?? Response
  const { clock, storage, randomBytes, offeredAccounts = [], observe, onFailure } = options
  const write: WriteTransaction =
    options.write ?? ((work, subject) => storage.write((db) => work(db, randomBytes), subject))
  const loadPublicApi = publicApiLoader({
    clock,
    write,
    ResponseClass,
    userAgent: options.userAgent,
  })

  async function respondPublic(
    request: Request,
    path: string,
    address: string | undefined,
    trace: RequestTrace,
  ): Promise<Response> {
    const publicApi = await loadPublicApi().catch((error: unknown) => {
      trace.failure = error
    })
    if (publicApi) return publicApi({ request, pathname: path, address }, trace)
    const error = new EdeskError(503, 'The service cannot be loaded', 'Try again later.')
    trace.refusal = error
    return toResponse(ResponseClass, { status: error.status, body: error.body })
  }

  async function respond(
    request: Request,
    cookies: Readonly<Record<string, string>>,
    trace: RequestTrace,
  ): Promise<Response> {
    const url = new URL(request.url)
    const { route, path } = findRoute(request.method, url.pathname.slice(base.length))
    trace.route = route
    assertSameOrigin(request, url)
    // Read the body first: an IndexedDB transaction would end while waiting for it.
    trace.body = route.body && (await readBodyBytes(request, maxBodyBytes('management', null)))
    const language = preferredLanguage(request.headers.get('accept-language'))
    const operation: AnyOperation = operations[route.operationId]
    await operation.load?.()
    const result = await inTransaction(route, async (db, randomBytes, pauseFirst) => {
      const now = clock.now()
      trace.at = now
      const found = await findActor(db, cookies[sessionCookie], now)
      const actor = found && { ...found, business: await pauseFirst(found.business, now) }
      if (actor) trace.by = { kind: 'user', id: actor.user.id, name: actor.user.name }
      assertAuthorized(operation.requires, actor)
      const checked = validateRequest(route, path, request, trace.body)
      const context = { ...checked, actor, db, now, language, randomBytes, offeredAccounts }
      const outcome = await operation.run(context as never)
      if (!(outcome instanceof Problem || outcome.makeBody)) assertValid(route, outcome, trace)
      return outcome
    })
    if (result instanceof Problem) throw result
    if (!result.makeBody) return toResponse(ResponseClass, result)
    const body = await result.makeBody()
    for await (const items of inTurns(body.items)) {
      assertValid(route, { status: result.status, body: { ...body, items } }, trace)
    }
    return toResponse(ResponseClass, { ...result, body })
  }

  async function respondOrReject(
    request: Request,
    cookies: Readonly<Record<string, string>>,
    trace: RequestTrace,
  ): Promise<Response> {
    try {
      return await respond(request, cookies, trace)
    } catch (error) {
      trace.refusal = asProblem(error)
      if (!(error instanceof Problem)) trace.failure = error
      const response = trace.refusal.toResponse()
      // HTTP omits the body of a response to HEAD by itself; other transports do not.
      return request.method === 'HEAD' ? new Response(null, response) : response
    }
  }

  /** GET operations only read. If a rule should have paused tokens before, one pauses them, and reads again. */
  async function inTransaction<Result>(
    route: Route,
    work: (db: Reader, randomBytes: RandomBytes, pauseFirst: PauseFirst) => Promise<Result>,
  ): Promise<Result> {
    if (route.method !== 'GET') {
      return write((db, bytes) =>
        work(db, bytes, (business, now) => pauseUnusedTokens(db, business, now)),
      )
    }
    const read = (pauseFirst: PauseFirst) =>
      storage.read((db) => work(readOnce(db), randomBytes, pauseFirst))
    const due: BusinessRecord[] = []
    const result = await read((business, now) => {
      if (isPauseCheckDue(business, now)) due.push(business)
      return Promise.resolve(business)
    })
    if (due.length === 0 || !(await pauseInStorage(due))) return result
    return read((business) => Promise.resolve(business))
  }

  /** Returns false if the storage is full: reading must still work. */
  async function pauseInStorage(businesses: readonly BusinessRecord[]): Promise<boolean> {
    try {
      await write((db) => pauseUnusedTokensOf(db, businesses, clock.now()))
      return true
    } catch (error) {
      if (error instanceof StorageError && error.kind === 'full') return false
      throw error
    }
  }

  return {
    async handle(request, { cookies = cookiesOf(request), address } = {}) {
      const at = clock.now()
      const { pathname, search } = new URL(request.url)
      const path = pathname.slice(base.length)
      const surface = isPublicPath(path) ? 'public' : 'management'
      const trace = emptyTrace()
      const response =
        surface === 'public'
          ? await respondPublic(request, path, address, trace)
          : await respondOrReject(request, cookies, trace)
      response.headers.set('Date', clock.now().toUTCString())
      if (trace.failure !== undefined) onFailure?.(trace.failure, request)
      if (observe) {
        const sent = { at, surface, path: path + search, request } as const
        observe(await toRequestLogEntry(sent, trace, response), request)
      }
      return response
    },
  }
}

/** Returns a function that loads the public API when it is first called. A browser fetches its files then; most pages never need them. */
function publicApiLoader(options: PublicApiOptions): () => Promise<PublicApi> {
  let loading: Promise<PublicApi> | undefined
  return () => {
    loading ??= import('../publicApi/publicApi.ts')
      .then(({ createPublicApi }) => createPublicApi(options))
      .catch((error: unknown) => {
        // The next request tries again.
        loading = undefined
        throw error
      })
    return loading
  }
}

/** Prevents cross-site request forgery: a page of another origin must not act for the logged-in user (OWASP). */
function assertSameOrigin(request: Request, url: URL): void {
  const origin = request.headers.get('origin')
  if (request.method !== 'GET' && origin !== null && origin !== url.origin) {
    throw new Problem('/problems/foreign-origin', {
      detail: foreignOriginDetail(origin, url.origin),
    })
  }
}

function assertAuthorized(required: AccessRequirement, actor: Actor | undefined): void {
  if (required === 'anybody') return
  if (!actor) throw new Problem('/problems/not-logged-in')
  if (required === 'user') return
  if (actor.user.role !== 'admin') throw new Problem('/problems/admin-required')
  if (required === 'admin') return
  const reason = tokenAccessError(actor.user, actor.business)
  if (reason) throw new Problem(`/problems/${reason}`)
}

/** @throws Error if the contract does not allow a response. */
function assertValid(route: Route, { status, body }: OperationResult, trace: RequestTrace): void {
  trace.violation = findResponseViolation(route, status, body)
  if (trace.violation !== undefined) throw new Error(trace.violation)
}

function toResponse(
  ResponseClass: typeof Response,
  { status, headers = {}, body }: OperationResult,
): Response {
  const allHeaders = { 'Cache-Control': 'no-store', ...headers }
  if (body === undefined) return new ResponseClass(null, { status, headers: allHeaders })
  return new ResponseClass(JSON.stringify(body), {
    status,
    headers: { 'Content-Type': 'application/json', ...allHeaders },
  })
}

function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error
  if (error instanceof StorageError) return new Problem(`/problems/storage-${error.kind}`)
  // Do not expose internal errors.
  return new Problem('/problems/internal')
}

function cookiesOf({ headers }: Request): Record<string, string> {
  const value = readCookie(headers.get('cookie') ?? '', sessionCookie)
  return value === undefined ? {} : { [sessionCookie]: value }
}
