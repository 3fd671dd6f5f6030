import type { components } from '#src/api/generated/schema.ts'
import { featureValues, plansWithTokens } from '#src/api/generated/values.ts'

type Schemas = components['schemas']
type AccessLevel = Schemas['AccessLevel']
type Permissions = Schemas['Permissions']

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

/** Returns the same permission for every feature. */
export function uniformPermissions(permission: Schemas['Permission']): Permissions {
  const entries = featureValues.map((feature) => [feature, permission])
  return Object.fromEntries(entries) as Permissions
}

/** Whether permissions give access to at least one feature. */
export function grantsAccess(permissions: Permissions): boolean {
  return featureValues.some((feature) => permissions[feature] !== 'no_access')
}

/** Whether a plan includes API tokens (help article, "Before you start"). */
export function planIncludesTokens(plan: Schemas['Plan']): boolean {
  return plansWithTokens.some((name) => name === plan)
}
