/** The access levels of a token, as the screens name them. */
export type AccessLevel = 'Read-only' | 'Full Access' | 'Custom'

/** What a Custom token may do with one feature. */
export type Permission = 'Full Access' | 'Read Only' | 'No Access'

/** The features, in the order of the form. */
export const features = [
  'Sales Orders',
  'Sales Orders Notes',
  'Tickets',
  'Messages',
  'Users',
  'Tag items',
  'Channels',
  'Templates',
  'Contacts',
  'Tag Groups Users',
  'Tag groups',
] as const
export type Feature = (typeof features)[number]

/** The features of a Custom token that are not at No Access. */
type Permissions = Partial<Record<Feature, Permission>>

/** A token that a test wants; what it leaves out does not matter to it. */
export interface WantedToken {
  /** "ShipFast" */
  name?: string
  description?: string
  /** "Read-only"; "Custom" where features are given. */
  access?: AccessLevel
  features?: Permissions
}

/** How long a token lives, as the form names it, or its last day in the business's time zone: "2027-02-22". */
export type Expiration =
  | '7 days'
  | '30 days'
  | '60 days'
  | '90 days'
  | '365 days'
  | 'No expiration'
  | `${number}-${number}-${number}`

/** The access of a wanted token. */
export function accessOf({ access, features: chosen }: WantedToken): AccessLevel {
  return access ?? (chosen ? 'Custom' : 'Read-only')
}
