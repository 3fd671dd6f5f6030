import { businessDay } from '#src/shared/businessDay.ts'
import { msPerMinute } from '#src/shared/time.ts'

import { type Quota, quotaHeaders, takeRequest } from '../domain/rateLimit.ts'
import type {
  HeaderRecord,
  NoticeRecord,
  TokenRequestRecord,
  TokenRecord,
  UsageRecord,
} from '../domain/records.ts'
import { requestIdOf } from '../domain/requestDetails.ts'
import { noticesOfRequest, endedNotices } from '../domain/requestNotices.ts'
import { afterRequest } from '../domain/tokenLifecycle.ts'
import { usageAfter } from '../domain/usage.ts'
import { type SimulatedRequest, type Result, simulateOutcome } from './simulatedRequest.ts'
import { seededPath } from './seededPath.ts'
import type { SeedData } from './seedData.ts'

interface NumberedRequest extends SimulatedRequest {
  id: number
  /** The business's day. */
  date: string
  result: Result
}

/** Whole days have a whole number of quarters of an hour, in every time zone. */
const msPerQuarter = 15 * msPerMinute

/**
 * Adds requests to a world, as the public API would have recorded them: daily usage, request log, notices, and each token's last
 * use and quota.
 *
 * @param minLogged the minimum number of logged requests per token. The log starts with a whole day, so that it agrees with the
 *   daily usage; earlier requests count only there.
 */
export function recordRequests(
  world: SeedData,
  allRequests: readonly SimulatedRequest[],
  minLogged = Infinity,
): void {
  const byToken = new Map<string, NumberedRequest[]>()
  const sorted = [...allRequests].sort((a, b) => a.at - b.at)
  const zones = new Map(world.businesses.map(({ id, timeZone }) => [id, timeZone]))
  const days = new Map<string, string>()

  /** Returns the day of a request. Formatting every request takes too long. */
  function dayOf({ token, at }: SimulatedRequest): string {
    const zone = zones.get(token.businessId) ?? 'UTC'
    const quarter = `${zone} ${Math.floor(at / msPerQuarter)}`
    const day = days.get(quarter) ?? businessDay(new Date(at), zone)
    days.set(quarter, day)
    return day
  }

  for (const [index, request] of sorted.entries()) {
    const requests = byToken.get(request.token.id) ?? []
    byToken.set(request.token.id, requests)
    const date = dayOf(request)
    requests.push({ ...request, id: index + 1, date, result: simulateOutcome(request) })
  }
  world.counters.push({ id: 'requests', last: sorted.length })
  for (const requests of byToken.values()) world.usage.push(...dailyUsage(requests))
  world.tokens = world.tokens.map((token) => {
    const requests = byToken.get(token.id) ?? []
    const logged = new Set(requestsOfLastDays(requests, minLogged))
    return applyRequests(world, token, requests, logged)
  })
}

function dailyUsage(requests: readonly NumberedRequest[]): UsageRecord[] {
  const usageByDay = new Map<string, UsageRecord>()
  for (const { token, date, result } of requests) {
    const request = { tokenId: token.id, outcome: result.outcome }
    usageByDay.set(date, usageAfter(usageByDay.get(date), request, date))
  }
  return [...usageByDay.values()]
}

/** Returns the requests of as many of the last days as needed for `minLogged` requests. */
function requestsOfLastDays(requests: NumberedRequest[], minLogged: number): NumberedRequest[] {
  const oldest = requests[Math.max(0, requests.length - minLogged)]
  if (!oldest) return []
  return requests.filter(({ date }) => date >= oldest.date)
}

/** @param quota what is left of the token's rate limit. */
function toRecord(request: NumberedRequest, quota: Quota): TokenRequestRecord {
  const { id, token, at, call, milliseconds, result, client = null } = request
  const [method, operation] = call
  return {
    id,
    requestId: requestIdOf(token.id, id),
    tokenId: token.id,
    at: new Date(at).toISOString(),
    method,
    path: request.path ?? seededPath(operation, id, result.status),
    operation,
    client,
    sent: sentHeaders(method, operation),
    received: { ...errorHeaders(result), ...quotaHeaders(quota) },
    milliseconds,
    ...result,
  }
}

function sentHeaders(method: string, operation: string): HeaderRecord {
  const json = 'application/json'
  const hasBody =
    (method === 'POST' || method === 'PUT') && operation !== 'createOrderNoteAttachment'
  return { Accept: json, ...(hasBody ? { 'Content-Type': json } : {}) }
}

/** The headers of credentials.ts. */
function errorHeaders({ status }: Result): HeaderRecord {
  return status === 401 ? { 'WWW-Authenticate': 'Bearer error="invalid_token"' } : {}
}

/** @param logged the requests that the log has. */
function applyRequests(
  world: SeedData,
  token: TokenRecord,
  requests: readonly NumberedRequest[],
  logged: ReadonlySet<NumberedRequest>,
): TokenRecord {
  let used = token
  const notices = new Map<string, NoticeRecord>()
  for (const request of requests) {
    const { at, call, client = null, result } = request
    const time = new Date(at)
    const [method, operation] = call
    const before = used
    used = afterRequest(used, { at: time.toISOString(), method, operation, client, ...result })
    for (const id of endedNotices(before, used)) notices.delete(id)
    for (const notice of noticesOfRequest(before, used, time)) notices.set(notice.id, notice)
    if (result.status !== 401) used = { ...used, quota: takeRequest(used.quota, time).quota }
    if (logged.has(request)) world.requests.push(toRecord(request, used.quota))
  }
  world.notices.push(...notices.values())
  return used
}
