import { limits } from '#src/api/generated/values.ts'

import { nameOrder } from './nameOrder.ts'
import type { TokenRecord } from './records.ts'
import { lastRefusalOf } from './tokenLifecycle.ts'

/** Sorts after every time. */
const never = 'never'

/** The values that tokens are indexed by and that are not fields of theirs. A token without a value is not in that index. */
export const tokenIndexValues = {
  /** The text that the name sorts by. */
  nameOrder: ({ name }: TokenRecord): string => nameOrder(name),

  /** The time of its last request, or else of its creation. */
  lastActiveAt: ({ lastUsedAt, createdAt }: TokenRecord): string => lastUsedAt ?? createdAt,

  /** The time of its last request that succeeded, or else of its creation. */
  lastAnswer: ({ lastAnsweredAt, createdAt }: TokenRecord): string => lastAnsweredAt ?? createdAt,

  /** The time of its last refused request, if it had expired before. */
  triedAfterExpiry: (token: TokenRecord): string | undefined => {
    const refusedAt = lastRefusalOf(token)
    const { expiresAt } = token
    return refusedAt !== null && expiresAt !== null && refusedAt >= expiresAt
      ? refusedAt
      : undefined
  },

  /** When a failing token will be expired instead. */
  failingUntil: ({ refusedInARow, pausedAt, expiresAt }: TokenRecord): string | undefined =>
    refusedInARow >= limits.failingRequests && pausedAt === null ? (expiresAt ?? never) : undefined,

  /** When the key of a replaced token stops working. */
  replacedUntil: ({ replacedById, expiresAt }: TokenRecord): string | undefined =>
    replacedById === null ? undefined : (expiresAt ?? never),
}
