import { limits } from '#src/api/generated/values.ts'
import { msPerDay } from '#src/shared/time.ts'

import type { TokenRecord } from '../domain/records.ts'
import type { Reader } from '../domain/schema.ts'
import { compareTokensBy, createAttentionTest, triedWithinDays } from '../domain/tokenFilter.ts'
import { toTokenProjection } from '../domain/tokenProjection.ts'
import type { Bounds } from '../storage/port.ts'

/** With more tokens of one kind, it is faster to scan the rows. */
const maxOfKind = 100

/**
 * Finds the tokens that come first by attention: those that fail, are tried after their expiry, or expire soon.
 *
 * @returns undefined if there may be too many.
 */
export async function findUrgentTokens(
  db: Reader,
  businessId: string,
  now: Date,
): Promise<TokenRecord[] | undefined> {
  const time = (days: number, milliseconds = 0) =>
    new Date(now.getTime() + days * msPerDay + milliseconds).toISOString()
  const list = (index: 'byFailure' | 'byLateAttempt' | 'byExpiry', bounds: Bounds) =>
    db.list('tokens', index, { equals: [businessId], ...bounds, limit: maxOfKind + 1 })
  const kinds = await Promise.all([
    list('byFailure', { from: time(0, 1) }),
    list('byLateAttempt', { from: time(-triedWithinDays, 1) }),
    list('byExpiry', { from: time(0, 1), to: time(limits.expiryWarningDays[0]) }),
  ])
  if (kinds.some((tokens) => tokens.length > maxOfKind)) return undefined

  const tokens = new Map(kinds.flat().map((token) => [token.id, token]))
  return Array.from(tokens.values(), toTokenProjection)
    .filter(createAttentionTest(now))
    .sort(compareTokensBy('attention', now))
    .flatMap(({ id }) => tokens.get(id) ?? [])
}
