import { featureValues } from '#src/api/generated/values.ts'
import { plainText } from '#src/shared/foldText.ts'

import { advisedFields } from './advice.ts'
import { nameOrder } from './nameOrder.ts'
import type { TokenRecord } from './records.ts'
import { lastRefusalOf } from './tokenLifecycle.ts'

/**
 * The fields of a token that the token list searches, filters and sorts by, and that advice and rules depend on. A covering index holds them, so that a search
 * through ten thousand tokens reads none of their records.
 */
export type TokenProjection = Pick<
  TokenRecord,
  | 'id'
  | 'businessId'
  | 'name'
  | 'nameKey'
  | 'accessLevel'
  | 'createdAt'
  | 'createdById'
  | 'lastUsedAt'
  | 'lastAnsweredAt'
  | 'refusedInARow'
  | 'expiresAt'
  | 'pausedAt'
  | 'replacedById'
  | 'replacesId'
> & {
  lastRefusedAt: string | null
  /** The text that the name sorts by. */
  nameOrder: string
  /** Name, description and ending of the key, one per line, normalized by `plainText`. */
  text: string
  /** One letter per feature, in the help article's order: the permission for it. */
  access: string
  /** For the advice. */
  partlyUnusedSince: string | null
  usedAddresses: number | null
  dismissedAdvice: NonNullable<TokenRecord['dismissedAdvice']> | null
  /** For the rules. */
  hasDescription: boolean
  hasAddresses: boolean
  resumedAt: string | null
}

const letters = { full_access: 'f', read_only: 'r', no_access: '-' } as const

/** Returns the row of a token. */
export function toTokenProjection(token: TokenRecord): TokenProjection {
  const { id, businessId, name, nameKey, accessLevel, createdAt, createdById } = token
  const { lastUsedAt, lastAnsweredAt, refusedInARow } = token
  const { expiresAt, pausedAt, replacedById, replacesId, dismissedAdvice } = token
  return {
    id,
    businessId,
    name,
    nameKey,
    accessLevel,
    createdAt,
    createdById,
    lastUsedAt,
    lastAnsweredAt,
    lastRefusedAt: lastRefusalOf(token),
    refusedInARow,
    expiresAt,
    pausedAt,
    replacedById,
    replacesId,
    dismissedAdvice: dismissedAdvice ?? null,
    nameOrder: nameOrder(name),
    text: [name, token.description, token.keyEnding].map(plainText).join('\n'),
    access: featureValues.map((feature) => letters[token.permissions[feature]]).join(''),
    ...advisedFields(token),
    hasDescription: token.description !== '',
    resumedAt: token.resumedAt ?? null,
  }
}
