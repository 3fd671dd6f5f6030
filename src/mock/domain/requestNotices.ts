import { limits } from '#src/api/generated/values.ts'
import { msPerDay } from '#src/shared/time.ts'

import { tokenInactiveReason } from './tokenLifecycle.ts'
import type { NoticeRecord, TokenRecord } from './records.ts'

/** The first request after this time without one makes a notice. */
const dormantAfterMs = limits.unusedDays * msPerDay
/** This many refusals in a row make a notice: the application cannot use its token. */
const refusalThreshold = limits.failingRequests

/**
 * Returns the notices that a request starts. A notice is not repeated while it lasts. A request to a paused or expired token starts
 * none.
 *
 * @param before the token before the request.
 * @param after the token after the request.
 */
export function noticesOfRequest(
  before: TokenRecord,
  after: Pick<TokenRecord, 'refusedInARow'>,
  at: Date,
): NoticeRecord[] {
  const works = tokenInactiveReason(before, at) === undefined
  const awake = works && at.getTime() - Date.parse(unusedSince(before)) >= dormantAfterMs
  const onlyRefused =
    after.refusedInARow === refusalThreshold && before.refusedInARow === refusalThreshold - 1
  return [
    ...(awake ? [noticeOf('token_awake', before, at)] : []),
    ...(onlyRefused ? [noticeOf('token_only_refused', before, at)] : []),
  ]
}

/** Returns the ids of the notices that a request ends. */
export function endedNotices(
  before: Pick<TokenRecord, 'id' | 'refusedInARow'>,
  after: Pick<TokenRecord, 'refusedInARow'>,
): string[] {
  const isOver = before.refusedInARow >= refusalThreshold && after.refusedInARow === 0
  return isOver ? [noticeId('token_only_refused', before.id)] : []
}

/** Returns the ids of all notices that a token's requests can have made. */
export function requestNoticeIds(tokenId: string): string[] {
  const kinds = ['token_awake', 'token_only_refused', 'token_new_place'] as const
  return kinds.map((kind) => noticeId(kind, tokenId))
}

/** Returns the id of a token's notice. */
export function noticeId(kind: NoticeRecord['kind'], tokenId: string): string {
  return `${kind}:${tokenId}`
}

function unusedSince({ lastUsedAt, createdAt }: TokenRecord): string {
  return lastUsedAt ?? createdAt
}

function noticeOf(kind: NoticeRecord['kind'], token: TokenRecord, at: Date): NoticeRecord {
  return {
    id: noticeId(kind, token.id),
    businessId: token.businessId,
    kind,
    tokenId: token.id,
    at: at.toISOString(),
    since: kind === 'token_awake' ? unusedSince(token) : null,
  }
}
