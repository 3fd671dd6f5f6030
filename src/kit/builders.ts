import type { components } from '#src/api/generated/schema.ts'
import { grantedPermissions } from '#src/shared/access.ts'

type Schemas = components['schemas']

/** Returns a body for `POST /api/tokens`. Defaults to a Read-only token named ShipFast. */
export function newToken(wanted: Partial<Schemas['NewToken']> = {}): Schemas['NewToken'] {
  return { name: 'ShipFast', description: '', accessLevel: 'read_only', ...wanted }
}

/** Returns the permissions of a Custom token: the chosen ones, and No Access for every other feature. */
export function permissions(chosen: Partial<Schemas['Permissions']> = {}): Schemas['Permissions'] {
  return grantedPermissions('custom', chosen)
}
