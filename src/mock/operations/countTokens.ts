import { limits } from '#src/api/generated/values.ts'
import { msPerDay } from '#src/shared/time.ts'

import type { Reader } from '../domain/schema.ts'
import { createTokenCounter, type TokenCounts } from '../domain/tokenFilter.ts'
import type { TokenProjection } from '../domain/tokenProjection.ts'
import type { Bounds } from '../storage/port.ts'

/** Counts the tokens for the quick filters along indexes, as `createTokenCounter` does row by row. */
export async function countTokens(
  db: Reader,
  businessId: string,
  oldKeys: readonly TokenProjection[],
  now: Date,
): Promise<TokenCounts> {
  const count = (index: 'byLastActivity' | 'byExpiry' | 'byFailure', bounds: Bounds) =>
    db.count('tokens', index, [businessId], bounds)
  const time = (days: number, milliseconds = 0) =>
    new Date(now.getTime() + days * msPerDay + milliseconds).toISOString()
  const [unused, used, expiring, failing] = await Promise.all([
    count('byLastActivity', { to: time(-limits.unusedDays) }),
    count('byLastActivity', { from: time(-limits.unusedDays, 1) }),
    count('byExpiry', { from: time(0, 1), to: time(limits.expiryWarningDays[0]) }),
    count('byFailure', { from: time(0, 1) }),
  ])
  // The indexes contain the old keys, which are no tokens of their own.
  const old = createTokenCounter(now)
  for (const row of oldKeys) old.add(row)
  return {
    all: unused + used - old.counts.all,
    unused: unused - old.counts.unused,
    expiring: expiring - old.counts.expiring,
    failing: failing - old.counts.failing,
  }
}
