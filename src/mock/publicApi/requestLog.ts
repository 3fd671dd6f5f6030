import { businessDay } from '#src/shared/businessDay.ts'

import { quotaHeaders, takeRequest } from '../domain/rateLimit.ts'
import type { RequestRecord, TokenRecord, UsageRecord } from '../domain/records.ts'
import { loggedClient, loggedPath, requestIdOf } from '../domain/requestDetails.ts'
import { noticesOfRequest, endedNotices } from '../domain/requestNotices.ts'
import { afterRequest } from '../domain/tokenLifecycle.ts'
import type { Writer } from '../domain/schema.ts'
import { EdeskError } from './edeskError.ts'
import { nextInSequence } from '../server/sequences.ts'

/**
 * Counts a request against the token's quota.
 *
 * @returns the token with the remaining quota.
 * @throws EdeskError 429 if the quota is used up (eDesk API facts, "Rate limit").
 */
export function consumeQuota(token: TokenRecord, now: Date): TokenRecord {
  const { quota, allowed, retryAfterSeconds } = takeRequest(token.quota, now)
  if (!allowed) {
    throw new EdeskError(429, 'Too many requests', 'Out of quota', {
      headers: { 'Retry-After': String(retryAfterSeconds), ...quotaHeaders(quota) },
      refusal: { reason: 'rate_limit' },
    })
  }
  return { ...token, quota }
}

/**
 * Records a request in its own transaction: in the token's request log, last use, notices and daily usage.
 *
 * @returns the id of the request.
 */
export async function recordRequest(
  db: Writer,
  token: TokenRecord,
  request: {
    at: Date
    method: string
    pathname: string
    operation: string | null
    /** The `User-Agent` header. */
    userAgent: string | null
    milliseconds: number
  },
  outcome: { status: number; error?: EdeskError },
): Promise<string> {
  const at = request.at.toISOString()
  const id = await nextInSequence(db, 'requests')
  const requestId = requestIdOf(token.id, id)
  const entry: RequestRecord = {
    id,
    requestId,
    tokenId: token.id,
    at,
    method: request.method,
    path: loggedPath(request.pathname),
    operation: request.operation,
    client: loggedClient(request.userAgent),
    status: outcome.status,
    milliseconds: request.milliseconds,
    outcome: outcomeOf(outcome),
    reason: outcome.error?.refusal?.reason ?? null,
    feature: outcome.error?.refusal?.missing?.feature ?? null,
    needs: outcome.error?.refusal?.missing?.needs ?? null,
  }
  await db.put('requests', entry)
  const after = afterRequest(token, entry)
  await db.put('tokens', after)
  for (const id of endedNotices(token, after)) await db.delete('notices', id)
  for (const notice of noticesOfRequest(token, after, request.at)) await db.put('notices', notice)
  const business = await db.get('businesses', token.businessId)
  await addToUsage(db, entry, businessDay(request.at, business?.timeZone ?? 'UTC'))
  return requestId
}

function outcomeOf({ error }: { error?: EdeskError }): RequestRecord['outcome'] {
  if (!error) return 'answered'
  return error.refusal ? 'refused' : 'not_valid'
}

async function addToUsage(
  db: Writer,
  { tokenId, outcome }: RequestRecord,
  date: string,
): Promise<void> {
  const id = `${tokenId} ${date}`
  const empty: UsageRecord = { id, tokenId, date, answered: 0, refused: 0, notValid: 0 }
  const usage = (await db.get('usage', id)) ?? empty
  const column = outcome === 'not_valid' ? 'notValid' : outcome
  await db.put('usage', { ...usage, [column]: usage[column] + 1 })
}
