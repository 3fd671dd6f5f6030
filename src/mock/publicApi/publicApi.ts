import { featureNames } from '#src/api/generated/values.ts'
import { includesAccess } from '#src/shared/access.ts'

import { neededAccess } from '../domain/publicAccess.ts'
import type { RandomBytes } from '../domain/random.ts'
import { pausedByRule, pauseDueAt } from '../domain/rules.ts'
import { recordRulePause } from '../server/records/recordActivity.ts'
import { hashKey } from '../domain/tokenKey.ts'
import { quotaHeaders } from '../domain/rateLimit.ts'
import { maxBodyBytes, readBodyBytes } from '../server/http/bodyBytes.ts'
import type { WriteTransaction } from '../server/writeTransaction.ts'
import type { RequestTrace } from '../server/requestLog/requestTrace.ts'
import {
  type OperationPath,
  type PublicOperationId,
  type Route,
  type RouteMatch,
  routeTable,
} from '../server/contract/routes.ts'
import { findResponseViolation } from '../server/contract/findResponseViolation.ts'
import type { Writer } from '../domain/schema.ts'
import { StorageError } from '../storage/port.ts'
import { checkBody, checkPath, checkQuery } from './request/checkRequest.ts'
import {
  findCaller,
  bearerKey,
  assertAddressAllowed,
  assertTokenUsable,
} from './access/credentials.ts'
import { EdeskError } from './edeskError.ts'
import { assertNoWritesBeforeRejection } from './request/assertNoWritesBeforeRejection.ts'
import type { AnyPublicOperation, Caller } from './operation.ts'
import { publicOperations } from './operations/publicOperations.ts'
import { readBody } from './request/readBody.ts'
import { publicRoutes } from './publicRoutes.ts'
import { recordRequest } from './request/requestLog.ts'
import { consumeQuota } from './access/quota.ts'

const findRoute = routeTable(publicRoutes)

export interface PublicApiOptions {
  clock: { now(): Date }
  write: WriteTransaction
  ResponseClass: typeof Response
  /** The program that sends requests without a `User-Agent` header. */
  userAgent?: string | undefined
}

/** A request as it arrives. */
interface ArrivedRequest {
  request: Request
  /** The path, without the base path of the application. */
  pathname: string
  /** The sender's IP address in its canonical form; undefined if it is not known. */
  address: string | undefined
}

interface PublicRequest extends ArrivedRequest {
  /** The HTTP method; GET for a HEAD request. */
  method: string
  match: RouteMatch<Route<PublicOperationId>>
  key: string
  keyHash: string
  at: Date
  randomBytes: RandomBytes
  trace: RequestTrace
}

interface Outcome {
  status: number
  body?: unknown
  headers: Readonly<Record<string, string>>
  error?: EdeskError
}

/** Handles a request of the public API, and writes what it learns about it to `trace`. Never rejects. */
export type PublicApi = (arrived: ArrivedRequest, trace: RequestTrace) => Promise<Response>

/**
 * Creates eDesk's public API (`/v1`). A request passes these steps: route → key → token → token status → plan → address → quota → access →
 * contract check → operation. All steps from the token on run in one transaction, which also records the request. Errors have
 * eDesk's format.
 */
export function createPublicApi(options: PublicApiOptions): PublicApi {
  async function handle(arrived: ArrivedRequest, trace: RequestTrace): Promise<Outcome> {
    const { request, pathname } = arrived
    const method = request.method === 'HEAD' ? 'GET' : request.method
    const match = findRoute(method, pathname)
    trace.route = match.route
    if (request.method === 'OPTIONS' && match.methods.length > 0) {
      return { status: 204, headers: { Allow: allowHeader(match) } }
    }
    const key = match.route ? bearerKey(request.headers) : optionalKey(request.headers)
    if (key === undefined) throw unknownRouteError(match, pathname)
    // Read the body first: an IndexedDB transaction would end while waiting for it.
    const limit = maxBodyBytes('public', request.headers.get('content-type'))
    trace.body = match.route?.body && (await readBodyBytes(request, limit))
    const at = options.clock.now()
    trace.at = at
    const keyHash = hashKey(key)
    const publicRequest = { ...arrived, method, match, key, keyHash, at, trace }
    return options.write(
      (db, randomBytes) => handleInTransaction(db, { ...publicRequest, randomBytes }),
      // Each request of a token changes its quota and its last use.
      keyHash,
    )
  }

  async function handleInTransaction(db: Writer, publicRequest: PublicRequest): Promise<Outcome> {
    const caller = await pauseCaller(db, await resolveCaller(db, publicRequest), publicRequest.at)
    publicRequest.trace.by = { kind: 'token', id: caller.token.id, name: caller.token.name }
    const outcome = await checkAndRun(db, publicRequest, caller)
    const { at, request, match, pathname, address = null } = publicRequest
    const requestId = await recordRequest(
      db,
      { ...caller, token: outcome.token },
      {
        at,
        method: request.method,
        pathname,
        headers: request.headers,
        userAgent: options.userAgent ?? null,
        address,
        operation: match.route?.operationId ?? null,
        milliseconds: Math.max(0, options.clock.now().getTime() - at.getTime()),
      },
      outcome,
    )
    return { ...outcome, headers: { ...outcome.headers, 'X-Request-Id': requestId } }
  }

  async function checkAndRun(
    db: Writer,
    publicRequest: PublicRequest,
    caller: Caller,
  ): Promise<Outcome & { token: Caller['token'] }> {
    let { token } = caller
    try {
      const { route } = publicRequest.match
      if (!route) throw unknownRouteError(publicRequest.match, publicRequest.pathname)
      assertTokenUsable(caller, publicRequest.at)
      assertAddressAllowed(token, publicRequest.address)
      token = consumeQuota(token, publicRequest.at)
      const body = await assertNoWritesBeforeRejection(db, (observedDb) =>
        runOperation(observedDb, publicRequest, route, { ...caller, token }),
      )
      return { status: 200, body, headers: quotaHeaders(token.quota), token }
    } catch (error) {
      if (!(error instanceof EdeskError)) throw error
      const headers = { ...quotaHeaders(token.quota), ...error.headers }
      return { status: error.status, body: error.body, headers, error, token }
    }
  }

  async function runOperation(
    db: Writer,
    { match, method, request, at, randomBytes, trace }: PublicRequest,
    route: Route<PublicOperationId>,
    caller: Caller,
  ): Promise<unknown> {
    const needed = neededAccess(route.operationId, method)
    if (needed && !includesAccess(caller.token.permissions, needed))
      throw missingAccessError(needed)
    const operation: AnyPublicOperation = publicOperations[route.operationId]
    const path = checkPath(match.path)
    const query = checkQuery(route, new URL(request.url).search)
    const body = readBody(route, request.headers.get('content-type'), trace.body)
    const checked = {
      path,
      query,
      body: checkBody(route, body),
      form: body.form,
    }
    const result = await operation({ ...checked, caller, db, now: at, randomBytes } as never)
    trace.violation = findResponseViolation(route, 200, result)
    if (trace.violation !== undefined) throw new Error(trace.violation)
    return result
  }

  function respond(request: Request, { status, body, headers }: Outcome): Response {
    const baseHeaders = { 'Cache-Control': 'no-store', ...headers }
    if (status === 204) return new options.ResponseClass(null, { status, headers: baseHeaders })
    return new options.ResponseClass(request.method === 'HEAD' ? null : JSON.stringify(body), {
      status,
      headers: { 'Content-Type': 'application/json', ...baseHeaders },
    })
  }

  return async (arrived, trace) => {
    const outcome = await handle(arrived, trace).catch((error: unknown) => {
      if (!(error instanceof EdeskError)) trace.failure = error
      return toOutcome(error)
    })
    trace.refusal = outcome.error
    return respond(arrived.request, outcome)
  }
}

function unknownRouteError(match: RouteMatch<OperationPath>, pathname: string): EdeskError {
  if (match.methods.length === 0) {
    return new EdeskError(
      404,
      'Not found',
      `There is nothing at this address.${slashHint(pathname)}`,
    )
  }
  return new EdeskError(405, 'Method not allowed', `Allowed here: ${allowHeader(match)}.`, {
    headers: { Allow: allowHeader(match) },
  })
}

/** Names a slash that should not be in a path. */
function slashHint(pathname: string): string {
  if (pathname.includes('//')) return ' It has two slashes in a row.'
  return pathname.endsWith('/') ? ' It ends with a slash.' : ''
}

function allowHeader({ methods }: RouteMatch<OperationPath>): string {
  return [...methods, ...(methods.includes('GET') ? ['HEAD'] : []), 'OPTIONS'].join(', ')
}

/** For unknown routes, which respond with 404 or 405 even without a key. */
function optionalKey(headers: Headers): string | undefined {
  try {
    return bearerKey(headers)
  } catch {
    return undefined
  }
}

async function resolveCaller(
  db: Writer,
  { key, keyHash, match, pathname }: PublicRequest,
): Promise<Caller> {
  try {
    return await findCaller(db, key, keyHash)
  } catch (error) {
    throw match.route ? error : unknownRouteError(match, pathname)
  }
}

/** Pauses the token of a request if a rule has paused it by now, before the request counts as use. */
async function pauseCaller(db: Writer, caller: Caller, at: Date): Promise<Caller> {
  const dueAt = pauseDueAt(caller.token, caller.business)
  if (dueAt === undefined || dueAt > at.toISOString()) return caller
  const token = pausedByRule(caller.token, dueAt)
  await db.put('tokens', token)
  await recordRulePause(db, caller.token, token)
  return { ...caller, token }
}

function missingAccessError(missing: NonNullable<ReturnType<typeof neededAccess>>): EdeskError {
  const access = missing.needs === 'full_access' ? 'Full Access' : 'Read Only or Full Access'
  return new EdeskError(
    403,
    'You are not authorized to access this',
    `This needs ${access} to ${featureNames[missing.feature]}.`,
    { refusal: { reason: 'access', missing } },
  )
}

function toOutcome(thrown: unknown): Outcome {
  const error = toEdeskError(thrown)
  return { status: error.status, body: error.body, headers: error.headers, error }
}

function toEdeskError(error: unknown): EdeskError {
  if (error instanceof EdeskError) return error
  if (error instanceof StorageError) {
    const status = error.kind === 'full' ? 507 : 503
    return new EdeskError(status, 'The data cannot be reached', 'Try again later.')
  }
  // Do not expose internal errors.
  return new EdeskError(500, 'Something went wrong', 'Try again later.')
}
