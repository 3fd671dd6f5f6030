import { operationFeatures } from '#src/api/generated/values.ts'
import { type NeededAccess, neededPermission } from '#src/shared/access.ts'

import type { Feature } from './records.ts'

/**
 * Returns the permission that a token needs for an operation of the public API: `neededPermission` for the operation's feature.
 *
 * @returns undefined if any valid token may call the operation.
 */
export function neededAccess(operationId: string, method: string): NeededAccess | undefined {
  const feature = (operationFeatures as Readonly<Record<string, Feature>>)[operationId]
  return feature && { feature, needs: neededPermission(method) }
}
