import { featureValues } from '#src/api/generated/values.ts'
import type { components } from '#src/api/generated/schema.ts'

import type { TokenRecord } from './records.ts'

type Schemas = components['schemas']
export type ActivityChange = Schemas['ActivityChange']
export type ActivityAction = Schemas['ActivityAction']

/** What is told of a token's change, and how. What makes no difference to a person is left out. */
const told: Readonly<Record<ActivityChange['field'], (token: TokenRecord) => string | null>> = {
  name: ({ name }) => name,
  description: ({ description }) => description || null,
  access: accessText,
  expires_at: ({ expiresAt }) => expiresAt,
  paused_at: ({ pausedAt }) => pausedAt,
  key_ending: ({ keyEnding }) => keyEnding,
  replaced_by: ({ replacedById }) => replacedById,
  replaces: ({ replacesId }) => replacesId,
}

/**
 * From which state to which a token went.
 *
 * @param before undefined for a token that was made.
 * @param after undefined for one that was deleted.
 */
export function changesBetween(
  before: TokenRecord | undefined,
  after: TokenRecord | undefined,
): ActivityChange[] {
  const fields = Object.keys(told) as ActivityChange['field'][]
  return fields
    .map((field) => ({
      field,
      before: before ? told[field](before) : null,
      after: after ? told[field](after) : null,
    }))
    .filter((change) => change.before !== change.after)
}

/** The changes that made a token, with the access of the one whose place it takes: that is what people compare it with. */
export function accessInPlaceOf(
  changes: readonly ActivityChange[],
  replaced: TokenRecord | undefined,
): ActivityChange[] {
  return changes.map((change) =>
    replaced && change.field === 'access' ? { ...change, before: accessText(replaced) } : change,
  )
}

/** Access as one text: the level; for Custom also each feature that has any, such as `custom sales_orders=full_access`. */
function accessText({ accessLevel, permissions }: TokenRecord): string {
  if (accessLevel !== 'custom') return accessLevel
  const given = featureValues.filter((feature) => permissions[feature] !== 'no_access')
  return [accessLevel, ...given.map((feature) => `${feature}=${permissions[feature]}`)].join(' ')
}
