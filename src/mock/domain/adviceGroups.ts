import { limits } from '#src/api/generated/values.ts'
import type { components } from '#src/api/generated/schema.ts'
import { msPerDay } from '#src/shared/time.ts'

import { type AdviceKind, createAdviceClassifier } from './advice.ts'
import type { TokenRecord } from './records.ts'
import type { TokenProjection } from './tokenProjection.ts'

export type AdviceGroup = components['schemas']['AdviceGroup']
type Dismissals = Partial<Pick<TokenProjection, 'dismissedAdvice'>>
type Compare = (one: TokenProjection, other: TokenProjection) => number

/**
 * Returns a function that finds the group of a token's advice; undefined if there is no advice.
 *
 * @param breaksRule whether a token breaks a rule of the business.
 */
export function createAdviceGrouping(
  now: Date,
  breaksRule: (row: TokenProjection) => boolean,
): (row: TokenProjection) => AdviceGroup | undefined {
  const kindOf = createAdviceClassifier(now, breaksRule)
  return (row) => {
    const kind = kindOf(row)
    return kind && dismissalOf(row, kind, now) !== null ? 'dismissed' : kind
  }
}

/** Returns until when advice of a kind about a token is dismissed; null if it is not. */
export function dismissalOf(
  { dismissedAdvice }: Dismissals,
  kind: AdviceKind,
  now: Date,
): string | null {
  const until = dismissedAdvice?.[kind]
  return until !== undefined && until > now.toISOString() ? until : null
}

/** Returns the token with dismissed advice. This is no change of the token itself: its version stays the same. */
export function withDismissal(token: TokenRecord, kind: AdviceKind, now: Date): TokenRecord {
  const until = new Date(now.getTime() + limits.adviceDismissalDays * msPerDay).toISOString()
  return { ...token, dismissedAdvice: { ...token.dismissedAdvice, [kind]: until } }
}

/** Returns the token without a dismissal. */
export function withoutDismissal(token: TokenRecord, kind: AdviceKind): TokenRecord {
  const { [kind]: _removed, ...rest } = token.dismissedAdvice ?? {}
  return { ...token, dismissedAdvice: rest }
}

/** Returns the comparison function of a group: what matters most comes first. Equal tokens are sorted by id. */
export function compareAdvice(group: AdviceGroup): Compare {
  const { valueOf, sign } = orders[group]
  return (one, other) => {
    const [first, second] = [valueOf(one), valueOf(other)]
    if (first !== second) return first < second ? -sign : sign
    return one.id < other.id ? -1 : 1
  }
}

interface Order {
  valueOf: (row: TokenProjection) => string
  sign: 1 | -1
}

const byLastUse: Order = { valueOf: ({ lastAnsweredAt }) => lastAnsweredAt ?? '', sign: -1 }

const orders: Readonly<Record<AdviceGroup, Order>> = {
  failing: { valueOf: ({ lastRefusedAt }) => lastRefusedAt ?? '', sign: -1 },
  unused: { valueOf: ({ lastUsedAt, createdAt }) => lastUsedAt ?? createdAt, sign: 1 },
  breaks_rule: byLastUse,
  unused_permissions: byLastUse,
  few_addresses: byLastUse,
  dismissed: {
    valueOf: ({ dismissedAdvice }) =>
      Object.values(dismissedAdvice ?? {})
        .sort()
        .at(-1) ?? '',
    sign: -1,
  },
}
