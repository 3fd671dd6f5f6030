import { featureValues, limits } from '#src/api/generated/values.ts'
import type { components } from '#src/api/generated/schema.ts'
import { grantedPermissions } from '#src/shared/access.ts'
import { msPerDay } from '#src/shared/time.ts'
import type { RuleName } from '#src/shared/tokenRules.ts'

import { placesOf } from './places.ts'
import type {
  Feature,
  Permission,
  Permissions,
  TokenRecord,
  TokenRequestRecord,
} from './records.ts'
import { tokenInactiveReason } from './tokenLifecycle.ts'

type Schemas = components['schemas']
export type AdviceKind = Schemas['AdviceKind']
export type TokenAdvice = Schemas['TokenAdvice']
type Change = Schemas['AdvisedChange']
type AccessFields = Pick<TokenRecord, 'permissions' | 'uses' | 'createdAt'>

/** The fields of a list row that the kind of a token's advice depends on. */
export type AdvisedRow = Pick<
  TokenRecord,
  | 'createdAt'
  | 'lastUsedAt'
  | 'lastAnsweredAt'
  | 'refusedInARow'
  | 'expiresAt'
  | 'pausedAt'
  | 'replacedById'
> & {
  /** See `partlyUnusedSince`. */
  partlyUnusedSince: string | null
  /** Whether it may only be used from certain addresses. */
  hasAddresses: boolean
  /** From how many addresses it was used; null if it is not known, or if an Admin has not confirmed a new place yet. */
  usedAddresses: number | null
}

/** The fields of a token that advice depends on. */
export type AdvisedToken = Pick<TokenRecord, keyof AdvisedRow & keyof TokenRecord> &
  Pick<TokenRecord, 'places' | 'allowedAddresses'> &
  AccessFields

/** A refused request, as the request log stores it. */
export type Refusal = Pick<TokenRequestRecord, 'at' | 'reason' | 'feature' | 'needs'>

/** What advice depends on beside the token. */
export interface Evidence {
  /** The rules of the business that the token breaks. */
  rules?: readonly RuleName[]
  /** The token's last refused requests. Only advice of the kind `failing` depends on them. */
  refusals?: readonly Refusal[]
  /** The addresses from which requests succeeded. Only advice of the kind `few_addresses` has them. */
  addresses?: readonly string[]
}

/**
 * Returns a function that finds the kind of advice about a token; undefined if there is none. A token that does not work, or that
 * is being replaced, needs none. Times are compared as text, because the list of all advice classifies every token.
 *
 * @param breaksRule whether a token breaks a rule of the business.
 */
export function createAdviceClassifier<Row extends AdvisedRow>(
  now: Date,
  breaksRule: (row: Row) => boolean,
): (row: Row) => AdviceKind | undefined {
  const unusedSince = daysBefore(now, limits.unusedDays)
  const failingSince = daysBefore(now, limits.failingDays)

  function isOnlyRefused({ lastUsedAt, lastAnsweredAt, createdAt }: AdvisedRow): boolean {
    const isInUse = lastUsedAt !== null && lastUsedAt > failingSince
    return isInUse && (lastAnsweredAt ?? createdAt) <= failingSince
  }

  return (row) => {
    const { replacedById, lastUsedAt, createdAt, refusedInARow, partlyUnusedSince } = row
    if (replacedById !== null || tokenInactiveReason(row, now) !== undefined) return undefined
    // A younger token never counts as unused.
    if ((lastUsedAt ?? createdAt) <= unusedSince) return 'unused'
    if (refusedInARow >= limits.failingRequests || isOnlyRefused(row)) return 'failing'
    if (breaksRule(row)) return 'breaks_rule'
    if (createdAt > unusedSince) return undefined
    if (partlyUnusedSince !== null && partlyUnusedSince <= unusedSince) return 'unused_permissions'
    return hasFewAddresses(row) ? 'few_addresses' : undefined
  }
}

/** Whether a token may be used from anywhere, and was only used from a few addresses. */
function hasFewAddresses({ hasAddresses, usedAddresses, lastAnsweredAt }: AdvisedRow): boolean {
  if (hasAddresses || lastAnsweredAt === null || usedAddresses === null) return false
  return usedAddresses > 0 && usedAddresses <= limits.fewAddresses
}

/** Returns the fields of the row of a token that are computed for the advice. */
export function advisedFields(
  token: AccessFields & Pick<TokenRecord, 'places' | 'lastUsedAt' | 'allowedAddresses'>,
): Pick<AdvisedRow, 'partlyUnusedSince' | 'hasAddresses' | 'usedAddresses'> {
  const { addresses, unconfirmed } = placesOf(token)
  return {
    partlyUnusedSince: partlyUnusedSince(token),
    hasAddresses: (token.allowedAddresses ?? []).length > 0,
    usedAddresses: unconfirmed ? null : (addresses ?? null),
  }
}

/**
 * Returns since when a part of a token's permissions has been unused: a permission that was never used, or one to write that was
 * only used to read. Null if it uses all of them, or none: deleting it would be the better choice then.
 */
function partlyUnusedSince({ permissions, uses, createdAt }: AccessFields): string | null {
  const granted = featureValues.filter((feature) => permissions[feature] !== 'no_access')
  if (granted.every((feature) => !uses[feature])) return null
  const times = granted.flatMap((feature) => {
    const use = uses[feature]
    if (!use) return [createdAt]
    return permissions[feature] === 'full_access' ? [use.writtenAt ?? createdAt] : []
  })
  return times.sort()[0] ?? null
}

/** Advice that proposes nothing. */
const adviceWithout = { rules: [], addresses: [], changes: [], proposed: null }

/** Advises an Admin about a token; undefined if there is no advice. */
export function adviceOf(
  token: AdvisedToken,
  now: Date,
  { rules = [], refusals = [], addresses = [] }: Evidence = {},
): TokenAdvice | undefined {
  const row = { ...token, ...advisedFields(token) }
  const kind = createAdviceClassifier(now, () => rules.length > 0)(row)
  switch (kind) {
    case 'unused':
      return { ...adviceWithout, kind }
    case 'breaks_rule':
      return { ...adviceWithout, kind, rules: [...rules] }
    case 'few_addresses':
      return { ...adviceWithout, kind, addresses: [...addresses] }
    case 'failing':
      return proposal(kind, token, (feature) => neededPermission(feature, token, refusals))
    case 'unused_permissions':
      return proposal(kind, token, (feature) => usedPermission(feature, token, now))
    case undefined:
      return undefined
  }
}

/** Returns advice that proposes another permission for some features. */
function proposal(
  kind: AdviceKind,
  token: AdvisedToken,
  proposedFor: (feature: Feature) => Permission,
): TokenAdvice {
  const permissions = { ...token.permissions }
  const changes: Change[] = []
  for (const feature of featureValues) {
    const [present, proposed] = [permissions[feature], proposedFor(feature)]
    if (proposed === present) continue
    const lastWrittenAt = token.uses[feature]?.writtenAt ?? null
    changes.push({ feature, present, proposed, lastWrittenAt })
    permissions[feature] = proposed
  }
  return {
    ...adviceWithout,
    kind,
    changes,
    proposed: changes.length > 0 ? accessOf(permissions) : null,
  }
}

/** Returns the permission that the requests since the last success needed. */
function neededPermission(
  feature: Feature,
  { permissions, lastAnsweredAt }: AdvisedToken,
  refusals: readonly Refusal[],
): Permission {
  const needs = refusals
    .filter(({ at, reason }) => reason === 'access' && at > (lastAnsweredAt ?? ''))
    .filter((refusal) => refusal.feature === feature)
    .map((refusal) => refusal.needs)
  if (needs.includes('full_access')) return 'full_access'
  return needs.includes('read_only') ? 'read_only' : permissions[feature]
}

/** Returns the permission that is enough for what the token does. */
function usedPermission(
  feature: Feature,
  { permissions, uses }: AdvisedToken,
  now: Date,
): Permission {
  const use = uses[feature]
  if (!use) return 'no_access'
  const writes = use.writtenAt !== null && use.writtenAt > daysBefore(now, limits.unusedDays)
  return permissions[feature] === 'full_access' && !writes ? 'read_only' : permissions[feature]
}

function accessOf(permissions: Permissions): Schemas['ProposedAccess'] {
  const level = (['read_only', 'full_access'] as const).find((candidate) => {
    const granted = grantedPermissions(candidate)
    return featureValues.every((feature) => permissions[feature] === granted[feature])
  })
  return { accessLevel: level ?? 'custom', permissions }
}

function daysBefore(now: Date, days: number): string {
  return new Date(now.getTime() - days * msPerDay).toISOString()
}
