import type { components } from '#src/api/generated/schema.ts'
import { limits } from '#src/api/generated/values.ts'

import { type BusinessNow, businessDay, dayBefore } from './businessDay.ts'
import { endOfDay } from './startOfDay.ts'
import { msPerDay } from './time.ts'

type Schemas = components['schemas']
export type TokenRules = Schemas['TokenRules']
export type RuleName = Schemas['RuleName']

/** The fields of a token that rules are about. */
export interface RuledFields {
  accessLevel: Schemas['AccessLevel'] | undefined
  description: string
  /** When the token expires; null for never. */
  expiresAt: string | null
  allowedAddresses: readonly string[]
}

/** The rules of a business that has set none. */
export const noRules: TokenRules = {
  longestLife: null,
  fullAccess: 'allowed',
  descriptionRequired: false,
  addressesRequired: false,
  pauseUnusedAfter: null,
  maxTokens: null,
}

const isSet: Readonly<Record<RuleName, (rules: TokenRules) => boolean>> = {
  longest_life: ({ longestLife }) => longestLife !== null,
  full_access: ({ fullAccess }) => fullAccess === 'per_feature',
  description_required: ({ descriptionRequired }) => descriptionRequired,
  addresses_required: ({ addressesRequired }) => addressesRequired,
  pause_unused_after: ({ pauseUnusedAfter }) => pauseUnusedAfter !== null,
  max_tokens: ({ maxTokens }) => maxTokens !== null,
}

/** Returns the names of the rules that are in force. */
export function rulesInForce(rules: TokenRules): RuleName[] {
  return (Object.keys(isSet) as RuleName[]).filter((name) => isSet[name](rules))
}

/** Returns the default lifetime of a token in days: the service's, or the longest that a rule allows. */
export function defaultLifetime(longestLife: TokenRules['longestLife']): number {
  return Math.min(limits.defaultLifetimeDays, longestLife ?? Infinity)
}

/**
 * Returns the latest expiry that a rule allows: the end of the day that is `days` days after the creation, in the time zone of the
 * business. A form offers whole days, and each of its choices is allowed until that day is over.
 *
 * @param now when the token is created.
 */
export function latestExpiryAfter(days: number, { now, timeZone }: BusinessNow): Date {
  return endOfDay(dayBefore(businessDay(now, timeZone), -days), timeZone)
}

/** Whether an expiry is later than a rule allows. */
export function isTooLate(
  expiresAt: string | null,
  longestLife: TokenRules['longestLife'],
  creation: BusinessNow,
): boolean {
  if (longestLife === null) return false
  if (expiresAt === null) return true
  const life = Date.parse(expiresAt) - creation.now.getTime()
  // A list tests every token, and computing the end of a day takes long. No change of clocks moves it by more than a day.
  const difference = life / msPerDay - longestLife
  if (Math.abs(difference) > 3) return difference > 0
  return Date.parse(expiresAt) > latestExpiryAfter(longestLife, creation).getTime()
}

/** Returns the fields of a new token that break a rule. */
export function fieldsAgainstRules(
  { accessLevel, description, expiresAt, allowedAddresses }: RuledFields,
  { longestLife, fullAccess, descriptionRequired, addressesRequired }: TokenRules,
  creation: BusinessNow,
): (keyof RuledFields)[] {
  const isBroken: Readonly<Record<keyof RuledFields, boolean>> = {
    accessLevel: fullAccess === 'per_feature' && accessLevel === 'full_access',
    description: descriptionRequired && description.trim() === '',
    expiresAt: isTooLate(expiresAt, longestLife, creation),
    allowedAddresses: addressesRequired && allowedAddresses.length === 0,
  }
  return (Object.keys(isBroken) as (keyof RuledFields)[]).filter((field) => isBroken[field])
}
