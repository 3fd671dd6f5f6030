import { featureNames } from '#src/api/generated/values.ts'

/** The access levels of a token, as the UI names them. */
export type AccessLevel = 'Read-only' | 'Full Access' | 'Custom'

/** The permission of a Custom token for one feature. */
export type Permission = 'Full Access' | 'Read Only' | 'No Access'

export type Feature = (typeof featureNames)[keyof typeof featureNames]

/** The features, in the order of the token form. */
export const features: readonly Feature[] = Object.values(featureNames)

/** The permissions of a Custom token. Omitted features have No Access. */
type Permissions = Partial<Record<Feature, Permission>>

/** Input for a token. Every property is optional. */
export interface TokenInput {
  /** "ShipFast" */
  name?: string
  description?: string
  /** Defaults to "Custom" if `features` is set, otherwise to "Read-only". */
  access?: AccessLevel
  features?: Permissions
}

/** The lifetime of a token: an option of the form, or the last day in the business's time zone, such as "2027-02-22". */
export type Expiration =
  | '7 days'
  | '30 days'
  | '60 days'
  | '90 days'
  | '365 days'
  | 'No expiration'
  | `${number}-${number}-${number}`

/** Returns the access level for a token input. */
export function accessOf({ access, features: chosen }: TokenInput): AccessLevel {
  return access ?? (chosen ? 'Custom' : 'Read-only')
}
