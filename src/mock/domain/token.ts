import { limits } from '#src/api/generated/values.ts'
import { grantedPermissions } from '#src/shared/access.ts'
import { msPerMinute } from '#src/shared/time.ts'
import { nameKey } from '#src/shared/nameKey.ts'

import type { CreationRecord, Permissions, AccessLevel, TokenRecord } from './records.ts'
import { fullQuota } from './rateLimit.ts'
import { storedKey } from './tokenKey.ts'
import { type RandomBytes, randomText } from './random.ts'

export interface TokenInput {
  name: string
  description: string
  accessLevel: AccessLevel
  permissions?: Permissions | undefined
  /** When the token expires; null for never. */
  expiresAt: string | null
  /** The addresses and ranges that it may be used from, in their canonical form; none for anywhere. */
  allowedAddresses?: readonly string[]
  /** The token that it replaces. */
  replacesId?: string
}

/**
 * Creates a token. Name and description must come from `parseName` and `parseDescription`.
 *
 * @param key the token's key (`generateKey`); only its hash and ending are stored.
 */
export function buildToken(
  input: TokenInput,
  key: string,
  creator: { userId: string; businessId: string },
  { now, randomBytes }: { now: Date; randomBytes: RandomBytes },
): TokenRecord {
  const at = now.toISOString()
  return {
    id: `tok_${randomText(16, randomBytes)}`,
    businessId: creator.businessId,
    name: input.name,
    nameKey: nameKey(input.name),
    description: input.description,
    accessLevel: input.accessLevel,
    permissions: grantedPermissions(input.accessLevel, input.permissions),
    ...storedKey(key),
    createdAt: at,
    createdById: creator.userId,
    updatedAt: at,
    updatedById: creator.userId,
    lastUsedAt: null,
    expiresAt: input.expiresAt,
    ...(input.allowedAddresses?.length ? { allowedAddresses: input.allowedAddresses } : {}),
    pausedAt: null,
    replacedById: null,
    replacesId: input.replacesId ?? null,
    lastAnsweredAt: null,
    lastRefusedAt: null,
    uses: {},
    refusedInARow: 0,
    attempts: 0,
    clients: [],
    quota: fullQuota(now),
    version: 1,
  }
}

/**
 * Whether a retry of a creation may get a new key: for some minutes, and only while nobody can be using the first key. Returning
 * the first response again would require storing the key.
 */
export function canReissueKey(creation: CreationRecord, token: TokenRecord, now: Date): boolean {
  const age = now.getTime() - Date.parse(creation.createdAt)
  return (
    !creation.keyShown &&
    token.lastUsedAt === null &&
    age < limits.creationRetryMinutes * msPerMinute
  )
}
