import fc from 'fast-check'

import { featureValues, permissionValues } from '#src/api/generated/values.ts'
import type { Feature, Permission, Permissions } from '#src/mock/domain/records.ts'

/** The feature that guards each path (a copy of the first table in the eDesk API facts). */
const guards: readonly (readonly [string, Feature])[] = [
  ['/v1/sales-orders', 'sales_orders'],
  ['/v1/sales-orders-tracking-links', 'sales_orders'],
  ['/v1/order-notes', 'sales_orders_notes'],
  ['/v1/tickets', 'tickets'],
  ['/v1/messages', 'messages'],
  ['/v1/users', 'users'],
  ['/v1/tags', 'tag_items'],
  ['/v1/channels', 'channels'],
  ['/v1/templates', 'templates'],
  ['/v1/contacts', 'contacts'],
  ['/v1/tag-groups', 'tag_groups'],
]

/** Returns the feature that guards a path; undefined for `/v1/whoami`, which any token may call. */
export function requiredFeature(path: string): Feature | undefined {
  const { pathname } = new URL(path, 'http://localhost')
  const [, , resource = ''] = pathname.split('/')
  return guards.find(([prefix]) => prefix === `/v1/${resource}`)?.[1]
}

/** Whether permissions allow a request: reading needs Read Only or more, everything else Full Access. */
export function isAllowed(permissions: Permissions, method: string, path: string): boolean {
  const feature = requiredFeature(path)
  if (!feature) return true
  const given = permissions[feature]
  const reads = method === 'GET' || method === 'HEAD'
  return given === 'full_access' || (reads && given === 'read_only')
}

export const anyPermissions: fc.Arbitrary<Permissions> = fc
  .tuple(...featureValues.map(() => fc.constantFrom(...permissionValues)))
  .map((chosen) => permissionsWith((_feature, position) => chosen[position] ?? 'no_access'))

/** Creates permissions with a value for each feature. */
export function permissionsWith(
  of: (feature: Feature, position: number) => Permission,
): Permissions {
  const entries = featureValues.map((feature, position) => [feature, of(feature, position)])
  return Object.fromEntries(entries) as Permissions
}
