import { takeFrom } from '../domain/rateLimit.ts'
import type { NoticeRecord, RequestRecord, TokenRecord, UsageRecord } from '../domain/records.ts'
import { noticesOfRequest, noticesOver, refusalsAfter } from '../domain/requestNotices.ts'
import { afterRequest } from '../domain/tokenLife.ts'
import { type AskedRequest, type Result, resultOf } from './requestBuilders.ts'
import type { World } from './world.ts'

interface Numbered extends AskedRequest {
  id: number
  result: Result
}

const day = 86_400_000

/**
 * Writes requests into a world as the public API would have: the sums of each day, the log, the token's last use and quota.
 *
 * @param fewest how many of a token's requests the log has at least. It begins with a whole day, so that it agrees with the sums;
 *   what came before is in these alone.
 */
export function recordRequests(
  world: World,
  asked: readonly AskedRequest[],
  fewest = Infinity,
): void {
  const byToken = new Map<string, Numbered[]>()
  const inOrder = [...asked].sort((one, other) => one.at - other.at)
  for (const [index, request] of inOrder.entries()) {
    const requests = byToken.get(request.token.id) ?? []
    byToken.set(request.token.id, requests)
    requests.push({ ...request, id: index + 1, result: resultOf(request) })
  }
  world.counters.push({ id: 'requests', last: inOrder.length })
  for (const requests of byToken.values()) world.usage.push(...sumsOf(requests))
  world.tokens = world.tokens.map((token) => {
    const kept = lastDaysOf(byToken.get(token.id) ?? [], fewest)
    world.requests.push(...kept.map(toRecord))
    return afterUse(world, token, byToken.get(token.id) ?? [])
  })
}

function sumsOf(requests: readonly Numbered[]): UsageRecord[] {
  const sums = new Map<number, UsageRecord>()
  for (const { token, at, result } of requests) {
    const number = Math.floor(at / day)
    let sum = sums.get(number)
    if (!sum) {
      const date = new Date(at).toISOString().slice(0, 10)
      const id = `${token.id} ${date}`
      sum = { id, tokenId: token.id, date, answered: 0, refused: 0, notValid: 0 }
      sums.set(number, sum)
    }
    sum[result.outcome === 'not_valid' ? 'notValid' : result.outcome] += 1
  }
  return [...sums.values()]
}

/** The requests of the last days, as many days as it takes. */
function lastDaysOf(requests: Numbered[], fewest: number): Numbered[] {
  const oldest = requests[Math.max(0, requests.length - fewest)]
  if (!oldest) return []
  const since = Math.floor(oldest.at / day) * day
  return requests.filter(({ at }) => at >= since)
}

function toRecord({ id, token, at, call, milliseconds, result }: Numbered): RequestRecord {
  const [method, operation] = call
  const time = new Date(at).toISOString()
  return { id, tokenId: token.id, at: time, method, operation, milliseconds, ...result }
}

function afterUse(world: World, token: TokenRecord, requests: readonly Numbered[]): TokenRecord {
  let used = token
  const notices = new Map<string, NoticeRecord>()
  for (const { at, call, result } of requests) {
    const time = new Date(at)
    const [method, operation] = call
    const answered = result.outcome === 'answered'
    const before = used
    const refusedInARow = refusalsAfter(used, result)
    used = afterRequest(used, { at: time.toISOString(), method, operation, answered })
    used = { ...used, refusedInARow }
    for (const id of noticesOver(before, used)) notices.delete(id)
    for (const notice of noticesOfRequest(before, used, time)) notices.set(notice.id, notice)
    if (result.status !== 401) used = { ...used, quota: takeFrom(used.quota, time).quota }
  }
  world.notices.push(...notices.values())
  return used
}
