import type { NoticeRecord, RequestRecord, TokenRecord } from './records.ts'

const day = 86_400_000
/** After so long without a request the next one is worth a word. */
const longSilence = 60 * day
/** An application that is refused so often in a row has nothing of its token. */
const manyRefusals = 10
/** Refusals that last until somebody does something; the rate limit ends by itself, and the plan is no token's matter. */
const lastingReasons: readonly RequestRecord['reason'][] = ['access', 'expired', 'paused']

/** How many requests in a row were refused, this one included. One that was not valid says nothing about the token. */
export function refusalsAfter(
  { refusedInARow }: Pick<TokenRecord, 'refusedInARow'>,
  { outcome, reason }: Pick<RequestRecord, 'outcome' | 'reason'>,
): number {
  if (outcome === 'answered') return 0
  return lastingReasons.includes(reason) ? refusedInARow + 1 : refusedInARow
}

/**
 * What a request shows about its token that the Admins have to hear of: each once, until it is over.
 *
 * @param before the token as the request found it.
 * @param after as it left it.
 */
export function noticesOfRequest(
  before: TokenRecord,
  after: Pick<TokenRecord, 'refusedInARow'>,
  at: Date,
): NoticeRecord[] {
  const awake = at.getTime() - Date.parse(silentSince(before)) >= longSilence
  const onlyRefused =
    after.refusedInARow === manyRefusals && before.refusedInARow === manyRefusals - 1
  return [
    ...(awake ? [noticeOf('token_awake', before, at)] : []),
    ...(onlyRefused ? [noticeOf('token_only_refused', before, at)] : []),
  ]
}

/** The ids of notices that are over with a request. */
export function noticesOver(
  before: Pick<TokenRecord, 'id' | 'refusedInARow'>,
  after: Pick<TokenRecord, 'refusedInARow'>,
): string[] {
  const isOver = before.refusedInARow >= manyRefusals && after.refusedInARow === 0
  return isOver ? [idOf('token_only_refused', before.id)] : []
}

/** The ids of all notices that a token's requests can have left. */
export function idsOfRequestNotices(tokenId: string): string[] {
  return (['token_awake', 'token_only_refused'] as const).map((kind) => idOf(kind, tokenId))
}

function silentSince({ lastUsedAt, createdAt }: TokenRecord): string {
  return lastUsedAt ?? createdAt
}

function noticeOf(kind: NoticeRecord['kind'], token: TokenRecord, at: Date): NoticeRecord {
  return {
    id: idOf(kind, token.id),
    businessId: token.businessId,
    kind,
    tokenId: token.id,
    at: at.toISOString(),
    since: kind === 'token_awake' ? silentSince(token) : null,
  }
}

function idOf(kind: NoticeRecord['kind'], tokenId: string): string {
  return `${kind}:${tokenId}`
}
