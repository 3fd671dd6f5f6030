import { featureValues } from '#src/api/generated/values.ts'

import { foldText } from './names.ts'
import type { TokenRecord } from './records.ts'

/**
 * What the list of tokens is searched, filtered and sorted by: the small part of a token that an index of its own holds, so that
 * looking through ten thousand reads none of them.
 */
export type TokenRow = Pick<
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
  /** Name, description and ending of the key, folded, a line each. */
  text: string
  /** A letter for each feature, in the help article's order: what it may do there. */
  access: string
}

const letters = { full_access: 'f', read_only: 'r', no_access: '-' } as const

/** The row of a token. */
export function tokenRow(token: TokenRecord): TokenRow {
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
    text: [name, token.description, token.keyEnding].map(foldText).join('\n'),
    access: featureValues.map((feature) => letters[token.permissions[feature]]).join(''),
  }
}
