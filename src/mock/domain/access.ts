import { featureValues, planValues } from '#src/api/generated/values.ts'

import type {
  AccessLevel,
  BusinessRecord,
  Permission,
  Permissions,
  Plan,
  UserRecord,
} from './records.ts'

/** The lowest plan that includes API tokens (help article, "Before you start"). */
const lowestPlanWithTokens: Plan = 'professional'

/**
 * Returns the permission for each feature at an access level (help article, "Tokens and their types").
 *
 * @param chosen the permissions of the level `custom`; unused for other levels. Features it lacks get `no_access`.
 */
export function grantedPermissions(level: Exclude<AccessLevel, 'custom'>): Permissions
export function grantedPermissions(level: AccessLevel, chosen: Permissions | undefined): Permissions
export function grantedPermissions(level: AccessLevel, chosen?: Permissions): Permissions {
  switch (level) {
    case 'read_only':
      return uniformPermissions('read_only')
    case 'full_access':
      return uniformPermissions('full_access')
    case 'custom':
      return { ...uniformPermissions('no_access'), ...chosen }
  }
}

function uniformPermissions(permission: Permission): Permissions {
  const entries = featureValues.map((feature) => [feature, permission])
  return Object.fromEntries(entries) as Permissions
}

/** Returns why a user may not manage the tokens of a business; undefined if they may. */
export function tokenAccessError(
  user: Pick<UserRecord, 'role'>,
  business: Pick<BusinessRecord, 'plan'>,
): 'admin-required' | 'plan-required' | undefined {
  if (user.role !== 'admin') return 'admin-required'
  return planIncludesTokens(business.plan) ? undefined : 'plan-required'
}

/** Whether a plan includes API tokens. */
export function planIncludesTokens(plan: Plan): boolean {
  return planValues.indexOf(plan) >= planValues.indexOf(lowestPlanWithTokens)
}
