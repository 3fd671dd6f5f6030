import type { components } from '#src/api/generated/schema.ts'
import { featureNames } from '#src/api/generated/values.ts'
import { grantedPermissions } from '#src/shared/access.ts'

import { assertOneOf } from './assertOneOf.ts'

type Schemas = components['schemas']

const properties = [
  'name',
  'description',
  'accessLevel',
  'permissions',
  'expiresAt',
  'allowedAddresses',
] as const satisfies readonly (keyof Schemas['NewToken'])[]
const levels = ['full_access', 'read_only', 'no_access'] as const

/**
 * Returns a body for `POST /api/tokens`. Defaults to a Read-only token named ShipFast.
 *
 * @throws Error that lists the properties, if one does not exist.
 */
export function newToken(wanted: Partial<Schemas['NewToken']> = {}): Schemas['NewToken'] {
  for (const name of Object.keys(wanted)) assertOneOf('a property of a token', name, properties)
  return { name: 'ShipFast', description: '', accessLevel: 'read_only', ...wanted }
}

/**
 * Returns the permissions of a Custom token: the chosen ones, and No Access for every other feature.
 *
 * @throws Error that lists the features or the permissions, if one does not exist.
 */
export function permissions(chosen: Partial<Schemas['Permissions']> = {}): Schemas['Permissions'] {
  for (const [feature, permission] of Object.entries(chosen)) {
    assertOneOf('a feature of the API', feature, Object.keys(featureNames))
    assertOneOf(`a permission for ${feature}`, permission, levels)
  }
  return grantedPermissions('custom', chosen)
}
