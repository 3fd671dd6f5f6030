import { featureValues, planValues } from '#src/api/generated/values.ts'

import type {
  AccessLevel,
  BusinessRecord,
  Permission,
  Permissions,
  Plan,
  UserRecord,
} from './records.ts'

/** API tokens belong to this plan and those above it (help article, "Before you start"). */
const smallestPlanWithTokens: Plan = 'professional'

/**
 * What an access level comes to, feature by feature (help article, "Tokens and their types").
 *
 * @param chosen the permissions chosen for the level custom; the other levels have none.
 */
export function permissionsOf(level: Exclude<AccessLevel, 'custom'>): Permissions
export function permissionsOf(level: AccessLevel, chosen: Permissions | undefined): Permissions
export function permissionsOf(level: AccessLevel, chosen?: Permissions): Permissions {
  switch (level) {
    case 'read_only':
      return everyFeatureAt('read_only')
    case 'full_access':
      return everyFeatureAt('full_access')
    case 'custom':
      return { ...everyFeatureAt('no_access'), ...chosen }
  }
}

function everyFeatureAt(permission: Permission): Permissions {
  const entries = featureValues.map((feature) => [feature, permission])
  return Object.fromEntries(entries) as Permissions
}

/** Why somebody may not work with the tokens of their business; undefined where they may. */
export function reasonAgainstTokens(
  user: Pick<UserRecord, 'role'>,
  business: Pick<BusinessRecord, 'plan'>,
): 'admin-required' | 'plan-required' | undefined {
  if (user.role !== 'admin') return 'admin-required'
  return planHasTokens(business.plan) ? undefined : 'plan-required'
}

/** Whether a plan includes API tokens. */
export function planHasTokens(plan: Plan): boolean {
  return planValues.indexOf(plan) >= planValues.indexOf(smallestPlanWithTokens)
}
