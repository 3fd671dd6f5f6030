import { type AdvisedToken, adviceOf } from '#src/mock/domain/advice.ts'
import { permissions } from '#src/kit/builders.ts'
import { msPerDay } from '#src/shared/time.ts'

/** The time of the tests. */
export const now = new Date('2026-11-24T09:00:00Z')
export const daysAgo = (days: number, less = 0) =>
  new Date(now.getTime() - days * msPerDay + less).toISOString()
export const daysAhead = (days: number) => daysAgo(-days)

/** A token that has worked for a year. It changes orders and reads tickets, and has exactly those permissions. */
export function tokenWith(change: Partial<AdvisedToken> = {}): AdvisedToken {
  return {
    permissions: permissions({ sales_orders: 'full_access', tickets: 'read_only' }),
    createdAt: daysAgo(365),
    lastUsedAt: daysAgo(1),
    lastAnsweredAt: daysAgo(1),
    uses: {
      sales_orders: { readAt: daysAgo(1), writtenAt: daysAgo(2) },
      tickets: { readAt: daysAgo(3), writtenAt: null },
    },
    refusedInARow: 0,
    expiresAt: null,
    pausedAt: null,
    replacedById: null,
    ...change,
  }
}

/** Returns the kind of the advice about such a token; undefined if there is none. */
export const kindOf = (change: Partial<AdvisedToken>) => adviceOf(tokenWith(change), now)?.kind
