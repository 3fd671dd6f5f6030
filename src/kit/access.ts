import { featureNames } from '#src/api/generated/values.ts'
import { isCalendarDay } from '#src/shared/businessDay.ts'

import { assertOneOf } from './assertOneOf.ts'

export const accessLevels = ['Read-only', 'Full Access', 'Custom'] as const
/** The access levels of a token, as the UI names them. */
export type AccessLevel = (typeof accessLevels)[number]

export const permissionNames = ['Full Access', 'Read Only', 'No Access'] as const
/** The permission of a Custom token for one feature. */
export type Permission = (typeof permissionNames)[number]

export type Feature = (typeof featureNames)[keyof typeof featureNames]

/** The features, in the order of the token form. */
export const features: readonly Feature[] = Object.values(featureNames)

/** The permissions of a Custom token. Omitted features have No Access. */
export type Permissions = Partial<Record<Feature, Permission>>

/** Input for a token. Every property is optional. */
export interface TokenInput {
  /** "ShipFast" */
  name?: string
  description?: string
  /** Defaults to "Custom" if `features` is set, otherwise to "Read-only". */
  access?: AccessLevel
  features?: Permissions
  /** The addresses and ranges that it may be used from. Defaults to none: it works from anywhere. */
  addresses?: readonly string[]
}

const lifetimes = ['7 days', '30 days', '60 days', '90 days', '365 days', 'No expiration'] as const

/** The lifetime of a token: an option of the form, or the last day in the business's time zone, such as "2027-02-22". */
export type Expiration = (typeof lifetimes)[number] | `${number}-${number}-${number}`

/** Returns the access level for a token input. */
export function accessOf({ access, features: chosen }: TokenInput): AccessLevel {
  return access ?? (chosen ? 'Custom' : 'Read-only')
}

/**
 * Checks a token input, which TypeScript may not have checked.
 *
 * @param others the properties that it may have besides those of `TokenInput`.
 * @throws Error that lists the valid values.
 */
export function checkTokenInput(input: TokenInput, others: readonly string[]): void {
  const properties = ['name', 'description', 'access', 'features', 'addresses', ...others]
  for (const name of Object.keys(input)) assertOneOf('a property of a token', name, properties)
  if (input.access !== undefined) assertOneOf('an access level', input.access, accessLevels)
  checkPermissions(input.features ?? {})
}

/** Returns the chosen permissions with their features. */
export function permissionsIn(chosen: Permissions): [Feature, Permission][] {
  return features.flatMap((feature) => {
    const permission = chosen[feature]
    return permission === undefined ? [] : [[feature, permission] as [Feature, Permission]]
  })
}

/** @throws Error that lists the features or the permissions, if one does not exist. */
export function checkPermissions(chosen: Permissions): void {
  for (const [feature, permission] of Object.entries(chosen)) {
    assertOneOf('a feature', feature, features)
    assertOneOf(`a permission for ${feature}`, permission, permissionNames)
  }
}

/** @throws Error that lists the options, if it is neither an option nor a day. */
export function checkExpiration(expires: Expiration): void {
  if (isCalendarDay(expires)) return
  assertOneOf('an expiration', expires, [...lifetimes, 'a day such as 2027-02-22'])
}
