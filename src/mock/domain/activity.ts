import { featureValues } from '#src/api/generated/values.ts'
import type { components } from '#src/api/generated/schema.ts'
import type { RuleName } from '#src/shared/tokenRules.ts'

import type { PlaceRecord, TokenRecord } from './records.ts'

type Schemas = components['schemas']
export type ActivityChange = Schemas['ActivityChange']
export type ActivityAction = Schemas['ActivityAction']

type TokenField = Exclude<
  ActivityChange['field'],
  'role' | 'advice' | 'address' | 'program' | RuleName
>

/** Formats the fields of a token that activity reports. Fields that mean nothing to a person are left out. */
const format: Readonly<Record<TokenField, (token: TokenRecord) => string | null>> = {
  name: ({ name }) => name,
  description: ({ description }) => description || null,
  access: accessText,
  expires_at: ({ expiresAt }) => expiresAt,
  allowed_addresses: ({ allowedAddresses = [] }) => allowedAddresses.join(' ') || null,
  paused_at: ({ pausedAt }) => pausedAt,
  key_ending: ({ keyEnding }) => keyEnding,
  replaced_by: ({ replacedById }) => replacedById,
  replaces: ({ replacesId }) => replacesId,
}

/**
 * Returns the fields of a token that changed, with their old and new values.
 *
 * @param before undefined if the token was created.
 * @param after undefined if the token was deleted.
 */
export function changesBetween(
  before: TokenRecord | undefined,
  after: TokenRecord | undefined,
): ActivityChange[] {
  const fields = Object.keys(format) as TokenField[]
  return fields
    .map((field) => ({
      field,
      before: before ? format[field](before) : null,
      after: after ? format[field](after) : null,
    }))
    .filter((change) => change.before !== change.after)
}

/** Adds the replaced token's access to the changes that created its replacement, so that users can compare the two. */
export function withReplacedAccess(
  changes: readonly ActivityChange[],
  replaced: TokenRecord | undefined,
): ActivityChange[] {
  return changes.map((change) =>
    replaced && change.field === 'access' ? { ...change, before: accessText(replaced) } : change,
  )
}

/** Returns the addresses and the programs of places, as the new values of an entry. */
export function changesOfPlaces(
  places: readonly Pick<PlaceRecord, 'address' | 'program'>[],
): ActivityChange[] {
  return (['address', 'program'] as const).flatMap((field) => {
    const values = new Set(places.flatMap((place) => place[field] ?? []))
    return values.size > 0 ? [{ field, before: null, after: [...values].join(' ') }] : []
  })
}

/** Formats access as one text: the level; for Custom also each permission, such as `custom sales_orders=full_access`. */
function accessText({ accessLevel, permissions }: TokenRecord): string {
  if (accessLevel !== 'custom') return accessLevel
  const granted = featureValues.filter((feature) => permissions[feature] !== 'no_access')
  return [accessLevel, ...granted.map((feature) => `${feature}=${permissions[feature]}`)].join(' ')
}
