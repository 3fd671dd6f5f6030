import { featureValues, limits } from '#src/api/generated/values.ts'
import type { components } from '#src/api/generated/schema.ts'
import { grantedPermissions } from '#src/shared/access.ts'
import { msPerDay } from '#src/shared/time.ts'

import type { Feature, Permission, Permissions, TokenRecord } from './records.ts'
import { tokenInactiveReason } from './publicAccess.ts'

type Schemas = components['schemas']
export type TokenAdvice = Schemas['TokenAdvice']
type Change = Schemas['AdvisedChange']

/** A token or a permission counts as unused after this time without use. A younger token never counts as unused. */
const unusedAfterMs = limits.unusedDays * msPerDay
/** A token is advised on when all its requests of this period were refused, and it is at least this old. */
const refusedPeriodMs = limits.onlyRefusedDays * msPerDay

/** The fields of a token that advice depends on. */
export type AdvisedToken = Pick<
  TokenRecord,
  | 'accessLevel'
  | 'permissions'
  | 'createdAt'
  | 'lastUsedAt'
  | 'lastAnsweredAt'
  | 'uses'
  | 'expiresAt'
  | 'pausedAt'
  | 'replacedById'
>

/**
 * Advises an Admin about a token, based on its use; undefined if there is no advice. A token that does not work, or that is being
 * replaced, needs none.
 */
export function adviceOf(token: AdvisedToken, now: Date): TokenAdvice | undefined {
  if (!isInService(token, now)) return undefined
  if (isUnused(token, now)) return { kind: 'unused', changes: [], proposed: null }
  if (isOnlyRefused(token, now)) return { kind: 'only_refused', changes: [], proposed: null }
  return adviceOnPermissions(token, now)
}

/** Whether a working token has been unused for a long time. Needs only the fields of a list row. */
export function isUnused(
  token: Pick<TokenRecord, 'createdAt' | 'lastUsedAt' | 'expiresAt' | 'pausedAt' | 'replacedById'>,
  now: Date,
): boolean {
  return isLongAgo(token.lastUsedAt ?? token.createdAt, now) && isInService(token, now)
}

/** Whether a token works and is not being replaced. */
export function isInService(
  token: Pick<TokenRecord, 'expiresAt' | 'pausedAt' | 'replacedById'>,
  now: Date,
): boolean {
  return token.replacedById === null && tokenInactiveReason(token, now) === undefined
}

function isLongAgo(time: string, now: Date): boolean {
  return now.getTime() - Date.parse(time) >= unusedAfterMs
}

function isOnlyRefused(token: AdvisedToken, now: Date): boolean {
  const since = now.getTime() - refusedPeriodMs
  const used = token.lastUsedAt !== null && Date.parse(token.lastUsedAt) > since
  return used && Date.parse(token.lastAnsweredAt ?? token.createdAt) <= since
}

function adviceOnPermissions(token: AdvisedToken, now: Date): TokenAdvice | undefined {
  if (!isLongAgo(token.createdAt, now)) return undefined
  const changes = featureValues.flatMap((feature) => reductionOf(feature, token, now))
  const permissions = { ...token.permissions }
  for (const { feature, proposed } of changes) permissions[feature] = proposed
  // Do not propose a token without permissions: deleting it would be the better choice.
  const nothingLeft = featureValues.every((feature) => permissions[feature] === 'no_access')
  if (changes.length === 0 || nothingLeft) return undefined
  return { kind: 'unused_permissions', changes, proposed: accessOf(permissions) }
}

/** Returns the reduction of a feature's permission, if part of it is unused. */
function reductionOf(feature: Feature, { permissions, uses }: AdvisedToken, now: Date): Change[] {
  const current = permissions[feature]
  const use = uses[feature]
  const proposed = use ? usedPermission(current, use.writtenAt, now) : 'no_access'
  if (proposed === current) return []
  return [{ feature, present: current, proposed, lastWrittenAt: use?.writtenAt ?? null }]
}

function usedPermission(current: Permission, writtenAt: string | null, now: Date): Permission {
  const writes = writtenAt !== null && !isLongAgo(writtenAt, now)
  return current === 'full_access' && !writes ? 'read_only' : current
}

function accessOf(permissions: Permissions): Schemas['ProposedAccess'] {
  const readOnly = grantedPermissions('read_only')
  const accessLevel = featureValues.every((feature) => permissions[feature] === readOnly[feature])
    ? 'read_only'
    : 'custom'
  return { accessLevel, permissions }
}
