import { operationFeatures } from '#src/api/generated/values.ts'

import type { Feature, Permission, Permissions, TokenRecord } from './records.ts'

/** What a request needs, of which feature. */
export interface NeededAccess {
  feature: Feature
  needs: Exclude<Permission, 'no_access'>
}

/**
 * What a token needs for an operation of the public API (eDesk API facts, first table): to get, Read Only or Full Access to the
 * operation's feature; for everything else, Full Access.
 *
 * @returns undefined where any valid token will do.
 */
export function neededAccess(operationId: string, method: string): NeededAccess | undefined {
  const feature = (operationFeatures as Readonly<Record<string, Feature>>)[operationId]
  if (!feature) return undefined
  const gets = method === 'GET' || method === 'HEAD'
  return { feature, needs: gets ? 'read_only' : 'full_access' }
}

/** Whether permissions cover what is needed. */
export function covers(permissions: Permissions, needed: NeededAccess): boolean {
  const given = permissions[needed.feature]
  return given === 'full_access' || given === needed.needs
}

/** Why a token does not work for the time being; undefined where it does. At the millisecond of its expiry it has expired. */
export function reasonAgainstToken(
  token: Pick<TokenRecord, 'expiresAt' | 'pausedAt'>,
  now: Date,
): 'expired' | 'paused' | undefined {
  if (token.expiresAt !== null && now.getTime() >= Date.parse(token.expiresAt)) return 'expired'
  return token.pausedAt === null ? undefined : 'paused'
}
