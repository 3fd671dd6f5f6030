import { operationFeatures } from '#src/api/generated/values.ts'

import type { Feature, Permission, Permissions, TokenRecord } from './records.ts'

/** The permission that a request needs, for which feature. */
export interface NeededAccess {
  feature: Feature
  needs: Exclude<Permission, 'no_access'>
}

/**
 * Returns the permission that a token needs for an operation of the public API (eDesk API facts, first table): Read Only or Full
 * Access for GET and HEAD, otherwise Full Access to the operation's feature.
 *
 * @returns undefined if any valid token may call the operation.
 */
export function neededAccess(operationId: string, method: string): NeededAccess | undefined {
  const feature = (operationFeatures as Readonly<Record<string, Feature>>)[operationId]
  if (!feature) return undefined
  const isRead = method === 'GET' || method === 'HEAD'
  return { feature, needs: isRead ? 'read_only' : 'full_access' }
}

/** Whether permissions include the needed permission. */
export function includesAccess(permissions: Permissions, needed: NeededAccess): boolean {
  const granted = permissions[needed.feature]
  return granted === 'full_access' || granted === needed.needs
}

/** Returns why a token does not work; undefined if it works. It expires at exactly `expiresAt`. */
export function tokenInactiveReason(
  token: Pick<TokenRecord, 'expiresAt' | 'pausedAt'>,
  now: Date,
): 'expired' | 'paused' | undefined {
  if (token.expiresAt !== null && now.getTime() >= Date.parse(token.expiresAt)) return 'expired'
  return token.pausedAt === null ? undefined : 'paused'
}
