import type { components } from '#src/api/generated/schema.ts'
import { featureValues } from '#src/api/generated/values.ts'

type Schemas = components['schemas']

/** The body of a creation, as `POST /api/tokens` takes it: Read-only for ShipFast, where nothing else is wanted. */
export function newToken(wanted: Partial<Schemas['NewToken']> = {}): Schemas['NewToken'] {
  return { name: 'ShipFast', description: '', accessLevel: 'read_only', ...wanted }
}

/** The permissions of a token with the level Custom: No Access to every feature but those that are chosen. */
export function permissions(chosen: Partial<Schemas['Permissions']> = {}): Schemas['Permissions'] {
  const none = Object.fromEntries(featureValues.map((feature) => [feature, 'no_access']))
  return { ...(none as Schemas['Permissions']), ...chosen }
}
