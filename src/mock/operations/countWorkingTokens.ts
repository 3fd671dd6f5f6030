import { planIncludesTokens } from '#src/shared/access.ts'
import { msPerDay } from '#src/shared/time.ts'

import { tokenInactiveReason } from '../domain/tokenLifecycle.ts'
import type { Reader } from '../domain/schema.ts'
import type { Actor } from '../server/operation.ts'

const weekMs = 7 * msPerDay

/** Counts the tokens that stop working on a plan without API tokens; null if the user may not know, or the plan has none. */
export async function countWorkingTokens(
  db: Reader,
  { user, business }: Pick<Actor, 'user' | 'business'>,
  now: Date,
): Promise<{ working: number; usedThisWeek: number } | null> {
  if (user.role !== 'admin' || !planIncludesTokens(business.plan)) return null
  const since = new Date(now.getTime() - weekMs).toISOString()
  let working = 0
  let usedThisWeek = 0
  for await (const rows of db.rows('tokens')) {
    for (const row of rows) {
      if (row.businessId !== business.id || tokenInactiveReason(row, now)) continue
      working += 1
      if (row.lastAnsweredAt !== null && row.lastAnsweredAt > since) usedThisWeek += 1
    }
  }
  return { working, usedThisWeek }
}
