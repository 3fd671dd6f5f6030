import { neededAccess, covers } from '../domain/publicAccess.ts'
import type { RandomBytes } from '../domain/random.ts'
import { quotaHeaders } from '../domain/rateLimit.ts'
import { withRandomness } from '../randomness.ts'
import type { Findings } from '../findings.ts'
import {
  faultOfAnswer,
  type Match,
  type PublicOperationId,
  type Route,
  routeTable,
} from '../routes.ts'
import { type Storage, StorageError, type Writer } from '../storage/storage.ts'
import { checkBody, checkPath, checkQuery } from './check.ts'
import { findCaller, keyIn, refuseWhatDoesNotWork } from './credentials.ts'
import { EdeskError } from './edeskError.ts'
import { onlyRefusedBeforeWriting } from './onlyRefusedBeforeWriting.ts'
import type { AnyPublicOperation, Caller } from './operation.ts'
import { publicOperations } from './operations/publicOperations.ts'
import { type ReadBody, readBody } from './readBody.ts'
import { recordRequest, spendQuota } from './requestLog.ts'

const find = routeTable('public')

export interface PublicApiOptions {
  storage: Storage
  clock: { now(): Date }
  randomBytes: RandomBytes
  ResponseClass: typeof Response
}

interface Asked {
  request: Request
  /** GET where only the headers are asked for. */
  method: string
  match: Match<PublicOperationId>
  body: ReadBody
  key: string
  at: Date
  randomBytes: RandomBytes
  findings: Findings
}

interface Outcome {
  status: number
  body?: unknown
  headers: Readonly<Record<string, string>>
  error?: EdeskError
}

/**
 * eDesk's public API (`/v1`): route → key → token → does it work → plan → quota → access → contract check → operation. From the
 * token on it is one transaction, which also records the request. Its errors are eDesk's own.
 *
 * @returns a function that answers a request, notes what it finds out, and never throws.
 */
export function createPublicApi(
  options: PublicApiOptions,
): (request: Request, pathname: string, findings: Findings) => Promise<Response> {
  async function answer(request: Request, pathname: string, findings: Findings): Promise<Outcome> {
    const method = request.method === 'HEAD' ? 'GET' : request.method
    const match = find(method, pathname)
    findings.route = match.route
    if (request.method === 'OPTIONS' && match.methods.length > 0) {
      return { status: 204, headers: { Allow: allowed(match) } }
    }
    const key = match.route ? keyIn(request.headers) : keyIfAny(request.headers)
    if (key === undefined) throw unknownRoute(match)
    // Before the transaction, which would end while a body is still coming in.
    const body = await readBody(request, match.route)
    const asked = { request, method, match, body, key, at: options.clock.now(), findings }
    return options.storage.change((db) =>
      withRandomness(db, options.randomBytes, (randomBytes) =>
        answerWithin(db, { ...asked, randomBytes }),
      ),
    )
  }

  async function answerWithin(db: Writer, asked: Asked): Promise<Outcome> {
    const caller = await callerOf(db, asked)
    asked.findings.by = { kind: 'token', id: caller.token.id, name: caller.token.name }
    const outcome = await carriedOut(db, asked, caller)
    const { at, request, match } = asked
    await recordRequest(
      db,
      outcome.token,
      {
        at,
        method: request.method,
        operation: match.route?.operationId ?? null,
        milliseconds: Math.max(0, options.clock.now().getTime() - at.getTime()),
      },
      outcome,
    )
    return outcome
  }

  async function carriedOut(
    db: Writer,
    asked: Asked,
    caller: Caller,
  ): Promise<Outcome & { token: Caller['token'] }> {
    let { token } = caller
    try {
      const { route } = asked.match
      if (!route) throw unknownRoute(asked.match)
      refuseWhatDoesNotWork(caller, asked.at)
      token = spendQuota(token, asked.at)
      const body = await onlyRefusedBeforeWriting(db, (watched) =>
        operationAnswer(watched, asked, route, { ...caller, token }),
      )
      return { status: 200, body, headers: quotaHeaders(token.quota), token }
    } catch (error) {
      if (!(error instanceof EdeskError)) throw error
      const headers = { ...quotaHeaders(token.quota), ...error.headers }
      return { status: error.status, body: error.body, headers, error, token }
    }
  }

  async function operationAnswer(
    db: Writer,
    { match, method, request, body, at, randomBytes, findings }: Asked,
    route: Route<PublicOperationId>,
    caller: Caller,
  ): Promise<unknown> {
    const needed = neededAccess(route.operationId, method)
    if (needed && !covers(caller.token.permissions, needed)) throw accessMissing(needed)
    const operation: AnyPublicOperation = publicOperations[route.operationId]
    const checked = {
      path: checkPath(match.path),
      query: checkQuery(route, new URL(request.url).searchParams),
      body: checkBody(route, body),
      form: body.form,
    }
    const result = await operation({ ...checked, caller, db, now: at, randomBytes } as never)
    findings.fault = faultOfAnswer(route, 200, result)
    if (findings.fault !== undefined) throw new Error(findings.fault)
    return result
  }

  function respond(request: Request, { status, body, headers }: Outcome): Response {
    const always = { 'Cache-Control': 'no-store', ...headers }
    if (status === 204) return new options.ResponseClass(null, { status, headers: always })
    return new options.ResponseClass(request.method === 'HEAD' ? null : JSON.stringify(body), {
      status,
      headers: { 'Content-Type': 'application/json', ...always },
    })
  }

  return async (request, pathname, findings) => {
    const outcome = await answer(request, pathname, findings).catch(asOutcome)
    findings.refusal = outcome.error
    return respond(request, outcome)
  }
}

function unknownRoute(match: Match<string>): EdeskError {
  if (match.methods.length === 0) {
    return new EdeskError(404, 'Not found', 'There is nothing at this address.')
  }
  return new EdeskError(405, 'Method not allowed', `Allowed here: ${allowed(match)}.`, {
    headers: { Allow: allowed(match) },
  })
}

function allowed({ methods }: Match<string>): string {
  return [...methods, ...(methods.includes('GET') ? ['HEAD'] : []), 'OPTIONS'].join(', ')
}

/** Whoever asks for nothing that exists is told so, with a key or without. */
function keyIfAny(headers: Headers): string | undefined {
  try {
    return keyIn(headers)
  } catch {
    return undefined
  }
}

async function callerOf(db: Writer, { key, match }: Asked): Promise<Caller> {
  try {
    return await findCaller(db, key)
  } catch (error) {
    throw match.route ? error : unknownRoute(match)
  }
}

function accessMissing(missing: NonNullable<ReturnType<typeof neededAccess>>): EdeskError {
  const access = missing.needs === 'full_access' ? 'Full Access' : 'Read Only or Full Access'
  return new EdeskError(
    403,
    'You are not authorized to access this',
    `This needs ${access} to ${featureNames[missing.feature]}.`,
    { refusal: { reason: 'access', missing } },
  )
}

/** The features in the help article's words. */
const featureNames = {
  sales_orders: 'Sales Orders',
  sales_orders_notes: 'Sales Orders Notes',
  tickets: 'Tickets',
  messages: 'Messages',
  users: 'Users',
  tag_items: 'Tag items',
  channels: 'Channels',
  templates: 'Templates',
  contacts: 'Contacts',
  tag_groups_users: 'Tag Groups Users',
  tag_groups: 'Tag groups',
} as const

function asOutcome(thrown: unknown): Outcome {
  const error = asEdeskError(thrown)
  return { status: error.status, body: error.body, headers: error.headers, error }
}

function asEdeskError(error: unknown): EdeskError {
  if (error instanceof EdeskError) return error
  if (error instanceof StorageError) {
    const status = error.kind === 'full' ? 507 : 503
    return new EdeskError(status, 'The data cannot be reached', 'Try again later.')
  }
  // What is wrong inside is nobody else's business.
  return new EdeskError(500, 'Something went wrong', 'Try again later.')
}
