import { featureNames } from '#src/api/generated/values.ts'

import type { AccessLevel, Expiration, Feature, Permission } from '../access.ts'
import type { TokenStatus } from '../matchers/toListToken.ts'
import type { MessageKey } from './messageKey.ts'

/** The messages of what tests name in English: `filter('Status', 'Paused')`. */
type Labels<Name extends string> = Readonly<Record<Name, MessageKey>>

export const accessLevelLabels: Labels<AccessLevel> = {
  'Read-only': 'apiTokens.levels.read_only',
  'Full Access': 'apiTokens.levels.full_access',
  Custom: 'apiTokens.levels.custom',
}

export const permissionLabels: Labels<Permission> = {
  'Full Access': 'apiTokens.permissions.full_access',
  'Read Only': 'apiTokens.permissions.read_only',
  'No Access': 'apiTokens.permissions.no_access',
}

export const featureLabels = Object.fromEntries(
  Object.entries(featureNames).map(([id, name]) => [name, `apiTokens.features.${id}`]),
) as Labels<Feature>

/** Without the days, such as “2027-02-22”. */
export const expirationLabels: Partial<Labels<Expiration>> = {
  '7 days': 'expiry.periods.7',
  '30 days': 'expiry.periods.30',
  '60 days': 'expiry.periods.60',
  '90 days': 'expiry.periods.90',
  '365 days': 'expiry.periods.365',
  'No expiration': 'expiry.periods.never',
}

export const statusLabels: Labels<TokenStatus> = {
  Active: 'lifecycle.statuses.active',
  Failing: 'lifecycle.statuses.failing',
  'Expiring soon': 'lifecycle.statuses.expiring_soon',
  Expired: 'lifecycle.statuses.expired',
  Paused: 'lifecycle.statuses.paused',
  'Being replaced': 'lifecycle.statuses.being_replaced',
}

export const planLabels = {
  Starter: 'plans.starter',
  Professional: 'plans.professional',
  Enterprise: 'plans.enterprise',
} as const satisfies Labels<string>
