import { uniformPermissions } from '#src/shared/access.ts'
import type { BusinessNow } from '#src/shared/businessDay.ts'
import type { TokenRules } from '#src/shared/tokenRules.ts'

import type { AddressChoiceValue } from '../form/addressChoice.ts'
import { type ExpiryChoiceValue, latestChoice, toExpiresAt } from '../form/expiry.ts'
import type { AccessLevel, Permissions } from '../token/tokenApi.ts'

/** The choices of a form that rules can forbid. */
export interface RuledChoices {
  level: AccessLevel | undefined
  permissions: Permissions
  expiry: ExpiryChoiceValue
  addresses: AddressChoiceValue
}

export type Correction = 'access' | 'expiry' | 'addresses'

/**
 * Returns the choices as the rules of the business allow them, and which of them were corrected. Full Access becomes Custom with
 * Full Access to each feature: the application can do the same. A later expiry becomes the latest that is allowed. Where
 * addresses are required, the form asks for them.
 */
export function fitToRules(
  choices: RuledChoices,
  { fullAccess, longestLife, addressesRequired }: TokenRules,
  businessNow: BusinessNow,
): { choices: RuledChoices; corrections: Correction[] } {
  const hasForbiddenLevel = fullAccess === 'per_feature' && choices.level === 'full_access'
  const expiresAt = toExpiresAt(choices.expiry, businessNow, longestLife)
  const isTooLong = !expiresAt.ok && expiresAt.error === 'against-rule'
  const isMissingAddresses = addressesRequired && !choices.addresses.isLimited
  return {
    choices: {
      ...choices,
      ...(hasForbiddenLevel
        ? { level: 'custom' as const, permissions: uniformPermissions('full_access') }
        : {}),
      ...(isTooLong && longestLife !== null
        ? { expiry: latestChoice(longestLife, businessNow) }
        : {}),
      ...(isMissingAddresses ? { addresses: { ...choices.addresses, isLimited: true } } : {}),
    },
    corrections: [
      ...(hasForbiddenLevel ? ['access' as const] : []),
      ...(isTooLong ? ['expiry' as const] : []),
      ...(isMissingAddresses ? ['addresses' as const] : []),
    ],
  }
}
