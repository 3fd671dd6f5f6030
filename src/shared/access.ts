import type { components } from '#src/api/generated/schema.ts'
import { featureValues, plansWithTokens } from '#src/api/generated/values.ts'

type Schemas = components['schemas']
type AccessLevel = Schemas['AccessLevel']
type Feature = Schemas['Feature']
type Permission = Schemas['Permission']
type Permissions = Schemas['Permissions']

/**
 * Returns the permission for each feature at an access level.
 *
 * @param chosen the permissions of the level `custom`; unused for other levels. Features it lacks get `no_access`.
 */
export function grantedPermissions(level: Exclude<AccessLevel, 'custom'>): Permissions
export function grantedPermissions(
  level: AccessLevel,
  chosen: Partial<Permissions> | undefined,
): Permissions
export function grantedPermissions(level: AccessLevel, chosen?: Partial<Permissions>): Permissions {
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
export function uniformPermissions(permission: Permission): Permissions {
  const entries = featureValues.map((feature) => [feature, permission])
  return Object.fromEntries(entries) as Permissions
}

/** Whether permissions give access to at least one feature. */
export function grantsAccess(permissions: Permissions): boolean {
  return featureValues.some((feature) => permissions[feature] !== 'no_access')
}

/** The permission that a request needs, for which feature. */
export interface NeededAccess {
  feature: Feature
  needs: Exclude<Permission, 'no_access'>
}

/**
 * Returns the permission that a request of the public API needs for its feature: Read Only or Full Access for GET and HEAD, Full
 * Access for all other methods.
 */
export function neededPermission(method: string): NeededAccess['needs'] {
  return method === 'GET' || method === 'HEAD' ? 'read_only' : 'full_access'
}

/** Whether permissions include the needed permission. */
export function includesAccess(
  permissions: Permissions,
  { feature, needs }: NeededAccess,
): boolean {
  const granted = permissions[feature]
  return granted === 'full_access' || granted === needs
}

/** Whether a plan includes API tokens. */
export function planIncludesTokens(plan: Schemas['Plan']): boolean {
  return plansWithTokens.some((name) => name === plan)
}
