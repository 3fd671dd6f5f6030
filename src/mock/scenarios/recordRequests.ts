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
import { applicationAddress } from './demoAddresses.ts'
import { lazyProperty } from './lazyProperty.ts'
import { recordPlaces } from './recordPlaces.ts'
import { seededPath } from './seededPath.ts'
import type { SeedData } from './seedData.ts'

interface NumberedRequest {
  id: number
  request: SimulatedRequest
  /** The business's day. */
  date: string
  result: Result
}

/** The days of every time zone begin at a quarter of an hour. */
const msPerQuarter = 15 * msPerMinute

/**
 * Adds requests to a world, as the public API would have recorded them: daily usage, request log, notices, and each token's last
 * use, places and quota.
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
  const dayOf = new Map(world.businesses.map(({ id, timeZone }) => [id, dayFinder(timeZone)]))
  for (const [index, request] of sorted.entries()) {
    const { token, at } = request
    const requests = byToken.get(token.id) ?? []
    byToken.set(token.id, requests)
    const date = dayOf.get(token.businessId)?.(at) ?? ''
    requests.push({ id: index + 1, request, date, result: simulateOutcome(request) })
  }
  world.counters.push({ id: 'requests', last: sorted.length })
  for (const requests of byToken.values()) world.usage.push(...dailyUsage(requests))
  world.tokens = world.tokens.map((token) => {
    const requests = byToken.get(token.id)
    if (!requests) return token
    const logged = requestsOfLastDays(requests, minLogged)
    const effective = effectiveRequests(requests, logged)
    const used = applyRequests(world, token, effective, new Set(logged))
    return { ...used, places: recordPlaces(world, token, requests) }
  })
}

/** Returns a function that returns the day of a time. The times must ascend: to format each one takes too long. */
function dayFinder(timeZone: string): (at: number) => string {
  let day = ''
  let end = -Infinity
  return (at) => {
    if (at < end) return day
    day = businessDay(new Date(at), timeZone)
    end = Math.floor(at / msPerQuarter) * msPerQuarter
    for (let quarters = 64; quarters >= 1; quarters /= 2) {
      const later = end + quarters * msPerQuarter
      if (businessDay(new Date(later), timeZone) === day) end = later
    }
    end += msPerQuarter
    return day
  }
}

function dailyUsage(requests: readonly NumberedRequest[]): UsageRecord[] {
  const usage: UsageRecord[] = []
  for (const { request, date, result } of requests) {
    const day = usage.at(-1)?.date === date ? usage.pop() : undefined
    usage.push(usageAfter(day, { tokenId: request.token.id, outcome: result.outcome }, date))
  }
  return usage
}

/** Returns the requests of as many of the last days as needed for `minLogged` requests. */
function requestsOfLastDays(
  requests: readonly NumberedRequest[],
  minLogged: number,
): NumberedRequest[] {
  const oldest = requests[Math.max(0, requests.length - minLogged)]
  if (!oldest) return []
  return requests.filter(({ date }) => date >= oldest.date)
}

/**
 * Returns the requests that a token's record depends on. Those that a later one makes irrelevant are left out, because to apply
 * thousands of requests takes too long.
 *
 * @param logged the requests that the log has.
 */
function effectiveRequests(
  requests: readonly NumberedRequest[],
  logged: readonly NumberedRequest[],
): NumberedRequest[] {
  // The quota before the first logged request depends on the day before it.
  const [firstWithQuota] = requestsOfLastDays(requests, logged.length + 1)
  const answered = requests.filter(({ result }) => result.outcome === 'answered')
  const lastAnswered = new Map(answered.map((one) => [one.request.call, one]))
  return requests.filter((one, index) => {
    const before = requests[index - 1]
    return (
      one.date !== before?.date ||
      one.request.client !== before.request.client ||
      one.result.outcome !== 'answered' ||
      one === lastAnswered.get(one.request.call) ||
      one.id >= (firstWithQuota?.id ?? 0)
    )
  })
}

/** Adds the id of a request: to hash those of thousands takes long, and only a few are shown. */
const withRequestId = lazyProperty(
  'requestId',
  ({ tokenId, id }: Omit<TokenRequestRecord, 'requestId'>) => requestIdOf(tokenId, id),
)

/** @param quota what is left of the token's rate limit. */
function toRecord({ id, request, result }: NumberedRequest, quota: Quota): TokenRequestRecord {
  const { token, at, call, milliseconds, path } = request
  const { client = null, address = applicationAddress } = request
  const [method, operation] = call
  return withRequestId({
    id,
    tokenId: token.id,
    at: new Date(at).toISOString(),
    method,
    path: path ?? seededPath(operation, id, result.status),
    operation,
    client,
    address,
    sent: sentHeaders(method, operation),
    received: { ...errorHeaders(result), ...quotaHeaders(quota) },
    milliseconds,
    ...result,
  })
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
  for (const numbered of requests) {
    const { request, result } = numbered
    const { at, call, client = null } = request
    const time = new Date(at)
    const [method, operation] = call
    const before = used
    used = afterRequest(used, { at: time.toISOString(), method, operation, client, ...result })
    for (const id of endedNotices(before, used)) notices.delete(id)
    for (const notice of noticesOfRequest(before, used, time)) notices.set(notice.id, notice)
    if (result.status !== 401) used = { ...used, quota: takeRequest(used.quota, time).quota }
    if (logged.has(numbered)) world.requests.push(toRecord(numbered, used.quota))
  }
  world.notices.push(...notices.values())
  return used
}
