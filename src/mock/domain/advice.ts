import { featureValues } from '#src/api/generated/values.ts'
import type { components } from '#src/api/generated/schema.ts'

import { permissionsOf } from './access.ts'
import type { Feature, Permission, Permissions, TokenRecord } from './records.ts'
import { statusOf } from './tokenLife.ts'

type Schemas = components['schemas']
export type TokenAdvice = Schemas['TokenAdvice']
type Change = Schemas['AdvisedChange']

const day = 86_400_000
/** For how long nobody has to have used what is taken for unused; a token that is younger has not had the time. */
const unusedFor = 60 * day
/** In how long everything has to have been refused, of a token that is at least as old. */
const refusedFor = 30 * day

/** What advice looks at. */
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
 * What an Admin may want to do about a token, by what it was used for; undefined where there is nothing to say. One that does not
 * work, or is on its way out, needs none.
 */
export function adviceOf(token: AdvisedToken, now: Date): TokenAdvice | undefined {
  if (!isInService(token, now)) return undefined
  if (isUnused(token, now)) return { kind: 'unused', changes: [], proposed: null }
  if (isOnlyRefused(token, now)) return { kind: 'only_refused', changes: [], proposed: null }
  return adviceOnPermissions(token, now)
}

/** Whether a token that has had the time was not used for long, as far as a row of the list tells. */
export function isUnused(
  token: Pick<TokenRecord, 'createdAt' | 'lastUsedAt' | 'expiresAt' | 'pausedAt' | 'replacedById'>,
  now: Date,
): boolean {
  return isOld(token.lastUsedAt ?? token.createdAt, now) && isInService(token, now)
}

/** Whether a token works, and is to go on working. */
export function isInService(
  token: Pick<TokenRecord, 'expiresAt' | 'pausedAt' | 'replacedById'>,
  now: Date,
): boolean {
  return ['active', 'expiring_soon'].includes(statusOf(token, now))
}

function isOld(time: string, now: Date): boolean {
  return now.getTime() - Date.parse(time) >= unusedFor
}

function isOnlyRefused(token: AdvisedToken, now: Date): boolean {
  const since = now.getTime() - refusedFor
  const used = token.lastUsedAt !== null && Date.parse(token.lastUsedAt) > since
  return used && Date.parse(token.lastAnsweredAt ?? token.createdAt) <= since
}

function adviceOnPermissions(token: AdvisedToken, now: Date): TokenAdvice | undefined {
  if (!isOld(token.createdAt, now)) return undefined
  const changes = featureValues.flatMap((feature) => changeOf(feature, token, now))
  const permissions = { ...token.permissions }
  for (const { feature, proposed } of changes) permissions[feature] = proposed
  // A token that is to have nothing is no use: whoever wants that deletes it.
  const nothingLeft = featureValues.every((feature) => permissions[feature] === 'no_access')
  if (changes.length === 0 || nothingLeft) return undefined
  return { kind: 'unused_permissions', changes, proposed: accessOf(permissions) }
}

/** What of a feature's permission is not used; nothing where all of it is. */
function changeOf(feature: Feature, { permissions, uses }: AdvisedToken, now: Date): Change[] {
  const present = permissions[feature]
  const use = uses[feature]
  const proposed = use ? used(present, use.writtenAt, now) : 'no_access'
  if (proposed === present) return []
  return [{ feature, present, proposed, lastWrittenAt: use?.writtenAt ?? null }]
}

function used(present: Permission, writtenAt: string | null, now: Date): Permission {
  const writes = writtenAt !== null && !isOld(writtenAt, now)
  return present === 'full_access' && !writes ? 'read_only' : present
}

function accessOf(permissions: Permissions): Schemas['ProposedAccess'] {
  const readOnly = permissionsOf('read_only')
  const accessLevel = featureValues.every((feature) => permissions[feature] === readOnly[feature])
    ? 'read_only'
    : 'custom'
  return { accessLevel, permissions }
}
