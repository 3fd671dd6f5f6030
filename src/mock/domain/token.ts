import { keyEnding } from '#src/api/keyFormat.ts'

import type { CreationRecord, Permissions, AccessLevel, TokenRecord } from './records.ts'
import { nameKey } from './names.ts'
import { permissionsOf } from './access.ts'
import { fullQuota } from './rateLimit.ts'
import { hashKey } from './tokenKey.ts'
import { type RandomBytes, randomText } from './random.ts'

/** How long after a creation its repeat may still be answered with a key, in milliseconds. */
const repeatWindow = 10 * 60_000

export interface WantedToken {
  name: string
  description: string
  accessLevel: AccessLevel
  permissions?: Permissions | undefined
  /** From when on it is refused; null for never. */
  expiresAt: string | null
  /** The token whose place it takes. */
  replacesId?: string
}

/**
 * A new token. Name and description are as `readName` and `readDescription` gave them.
 *
 * @param key what unlocks it (`generateKey`); it is not kept.
 */
export function makeToken(
  wanted: WantedToken,
  key: string,
  maker: { userId: string; businessId: string },
  { now, randomBytes }: { now: Date; randomBytes: RandomBytes },
): TokenRecord {
  const at = now.toISOString()
  return {
    id: `tok_${randomText(16, randomBytes)}`,
    businessId: maker.businessId,
    name: wanted.name,
    nameKey: nameKey(wanted.name),
    description: wanted.description,
    accessLevel: wanted.accessLevel,
    permissions: permissionsOf(wanted.accessLevel, wanted.permissions),
    keyHash: hashKey(key),
    keyEnding: keyEnding(key),
    createdAt: at,
    createdById: maker.userId,
    updatedAt: at,
    updatedById: maker.userId,
    lastUsedAt: null,
    expiresAt: wanted.expiresAt,
    pausedAt: null,
    replacedById: null,
    replacesId: wanted.replacesId ?? null,
    lastAnsweredAt: null,
    uses: {},
    quota: fullQuota(now),
    version: 1,
  }
}

/** The same token with another key; the one before stops working. */
export function withNewKey(token: TokenRecord, key: string): TokenRecord {
  return {
    ...token,
    keyHash: hashKey(key),
    keyEnding: keyEnding(key),
    version: token.version + 1,
  }
}

/** The same token under another name or description. Its access never changes (help article, "How to update one"). */
export function redescribed(
  token: TokenRecord,
  change: { name?: string | undefined; description?: string | undefined },
  by: { userId: string; now: Date },
): TokenRecord {
  const name = change.name ?? token.name
  return {
    ...token,
    name,
    nameKey: nameKey(name),
    description: change.description ?? token.description,
    updatedAt: by.now.toISOString(),
    updatedById: by.userId,
    version: token.version + 1,
  }
}

/**
 * Whether the repeat of a creation may be answered with a new key: for some minutes, and only while nobody can have the first
 * one in use. Keeping the first answer instead would mean keeping the secret.
 */
export function mayIssueKeyAnew(creation: CreationRecord, token: TokenRecord, now: Date): boolean {
  const age = now.getTime() - Date.parse(creation.createdAt)
  return !creation.keyShown && token.lastUsedAt === null && age < repeatWindow
}

/** A token's ETag: a strong validator (RFC 9110, section 8.8.3). */
export function etagOf(token: TokenRecord): string {
  return `"${token.version}"`
}

/** Whether an If-Match header names the present version. A weak validator never does (RFC 9110, section 13.1.1). */
export function matches(ifMatch: string, token: TokenRecord): boolean {
  const tags = ifMatch.split(',').map((tag) => tag.trim())
  return tags.includes('*') || tags.includes(etagOf(token))
}
