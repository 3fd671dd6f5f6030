import { featureValues } from '#src/api/generated/values.ts'
import { plainText } from '#src/shared/foldText.ts'

import { nameOrder } from './nameOrder.ts'
import type { TokenRecord } from './records.ts'

/**
 * The fields of a token that the token list searches, filters and sorts by. A covering index holds them, so that a search
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
  | 'expiresAt'
  | 'pausedAt'
  | 'replacedById'
> & {
  /** The text that the name sorts by. */
  nameOrder: string
  /** Name, description and ending of the key, one per line, normalized by `plainText`. */
  text: string
  /** One letter per feature, in the help article's order: the permission for it. */
  access: string
}

const letters = { full_access: 'f', read_only: 'r', no_access: '-' } as const

/** Returns the row of a token. */
export function toTokenProjection(token: TokenRecord): TokenProjection {
  const { id, businessId, name, nameKey, accessLevel, createdAt, createdById } = token
  const { lastUsedAt, expiresAt, pausedAt, replacedById } = token
  return {
    id,
    businessId,
    name,
    nameKey,
    accessLevel,
    createdAt,
    createdById,
    lastUsedAt,
    expiresAt,
    pausedAt,
    replacedById,
    nameOrder: nameOrder(name),
    text: [name, token.description, token.keyEnding].map(plainText).join('\n'),
    access: featureValues.map((feature) => letters[token.permissions[feature]]).join(''),
  }
}
