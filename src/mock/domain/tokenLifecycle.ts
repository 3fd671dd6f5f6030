import type { components } from '#src/api/generated/schema.ts'
import { limits } from '#src/api/generated/values.ts'
import { msPerDay } from '#src/shared/time.ts'
import { isExpiringSoon, latestExpiry, replacedTokenExpiry } from '#src/shared/tokenExpiry.ts'
import { nameKey } from '#src/shared/nameKey.ts'

import { withClient } from './clientPrograms.ts'
import { neededAccess } from './publicAccess.ts'
import type { TokenRequestRecord, TokenRecord } from './records.ts'
import { storedKey } from './tokenKey.ts'

type Schemas = components['schemas']
export type TokenStatus = Schemas['TokenStatus']
export type KeepOldKey = Schemas['KeepOldKey']
export type ExpiryIssue = 'not-a-time' | 'in-the-past' | 'too-far'
export type ExpiryResult = { ok: true; value: string | null } | { ok: false; code: ExpiryIssue }

/** The user who changes a token, and the time of the change. */
export interface ChangeContext {
  userId: string
  now: Date
}

/**
 * Validates the expiry of a token and returns it as it is stored.
 *
 * @param given an RFC 3339 time, null for never, undefined for the default.
 * @param defaultDays the default, in days from now.
 */
export function parseExpiry(
  given: string | null | undefined,
  now: Date,
  defaultDays: number = limits.defaultLifetimeDays,
): ExpiryResult {
  if (given === null) return { ok: true, value: null }
  if (given === undefined) {
    return {
      ok: true,
      value: new Date(now.getTime() + defaultDays * msPerDay).toISOString(),
    }
  }
  const time = parseTime(given)
  if (time === undefined) return { ok: false, code: 'not-a-time' }
  if (time <= now.getTime()) return { ok: false, code: 'in-the-past' }
  if (time > latestExpiry(now).getTime()) return { ok: false, code: 'too-far' }
  return { ok: true, value: new Date(time).toISOString() }
}

/**
 * Parses an RFC 3339 time to milliseconds since 1970. Returns undefined for an invalid time, such as 24:00 or the 30th of
 * February, which `Date.parse` accepts.
 */
export function parseTime(text: string): number | undefined {
  const parts =
    /^(\d{4})-(\d\d)-(\d\d)T(?:[01]\d|2[0-3]):\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/i.exec(text)
  const time = Date.parse(text)
  if (!parts || Number.isNaN(time)) return undefined
  const date = Number(parts[3])
  const day = new Date(Date.UTC(Number(parts[1]), Number(parts[2]) - 1, date))
  return day.getUTCDate() === date ? time : undefined
}

/** Returns why a token does not work; undefined if it works. It expires at exactly `expiresAt`. */
export function tokenInactiveReason(
  token: Pick<TokenRecord, 'expiresAt' | 'pausedAt'>,
  now: Date,
): 'expired' | 'paused' | undefined {
  if (token.expiresAt !== null && now.getTime() >= Date.parse(token.expiresAt)) return 'expired'
  return token.pausedAt === null ? undefined : 'paused'
}

/** The fields of a token that its status depends on. */
export type StatusFields = Pick<
  TokenRecord,
  'expiresAt' | 'pausedAt' | 'replacedById' | 'refusedInARow'
>

/** Returns a token's status at a time. If several apply, the most serious one. */
export function statusOf(token: StatusFields, now: Date): TokenStatus {
  const inactive = tokenInactiveReason(token, now)
  if (inactive) return inactive
  if (token.refusedInARow >= limits.failingRequests) return 'failing'
  if (token.replacedById !== null) return 'being_replaced'
  const timeLeft = token.expiresAt === null ? Infinity : Date.parse(token.expiresAt) - now.getTime()
  return isExpiringSoon(timeLeft) ? 'expiring_soon' : 'active'
}

/** Returns the token with a new name or description. Its access never changes. */
export function withNameAndDescription(
  token: TokenRecord,
  change: { name?: string | undefined; description?: string | undefined },
  by: ChangeContext,
): TokenRecord {
  const name = change.name ?? token.name
  const description = change.description ?? token.description
  return withChange({ ...token, name, nameKey: nameKey(name), description }, by)
}

/** Returns the token with a new key; the previous key stops working. */
export function withNewKey(token: TokenRecord, key: string): TokenRecord {
  return { ...token, ...storedKey(key), version: token.version + 1 }
}

/** Returns the paused token: its requests are refused until it is resumed. */
export function paused(token: TokenRecord, by: ChangeContext): TokenRecord {
  return withChange({ ...token, pausedAt: by.now.toISOString(), attempts: 0 }, by)
}

/** Returns the resumed token: it works again. */
export function resumed(token: TokenRecord, by: ChangeContext): TokenRecord {
  const resumedAt = by.now.toISOString()
  return withChange({ ...token, pausedAt: null, resumedAt, attempts: 0 }, by)
}

/** Returns the token with an earlier expiry. Check with `isEarlierExpiry` that it is earlier. */
export function withExpiry(token: TokenRecord, expiresAt: string, by: ChangeContext): TokenRecord {
  return withChange({ ...token, expiresAt }, by)
}

/**
 * Returns the token with other allowed addresses: fewer or more. They are no part of its access, which never changes.
 *
 * @param allowedAddresses in their canonical form (`parseRange`); none for anywhere.
 */
export function withAllowedAddresses(
  token: TokenRecord,
  allowedAddresses: readonly string[],
  by: ChangeContext,
): TokenRecord {
  return withChange({ ...token, allowedAddresses }, by)
}

/** Whether a time is earlier than a token's expiry. A token that has to work longer needs a replacement. */
export function isEarlierExpiry(expiresAt: string, token: Pick<TokenRecord, 'expiresAt'>): boolean {
  return token.expiresAt === null || Date.parse(expiresAt) < Date.parse(token.expiresAt)
}

/**
 * Returns the token as it is while another one replaces it. It gets a new name, because names are unique, and expires at the end
 * of the grace period, or earlier if it would have expired earlier.
 *
 * @param name its new name (`oldKeyName`).
 */
export function withReplacement(
  token: TokenRecord,
  name: string,
  replacement: { id: string; keepOldKey: KeepOldKey },
  by: ChangeContext,
): TokenRecord {
  return withChange(
    {
      ...token,
      name,
      nameKey: nameKey(name),
      replacedById: replacement.id,
      expiresAt: replacedTokenExpiry(token, replacement.keepOldKey, by.now),
    },
    by,
  )
}

/** Returns the token with new links to the token that it replaces or the token that replaces it. */
export function withReplacementLinks(
  token: TokenRecord,
  links: Partial<Pick<TokenRecord, 'replacedById' | 'replacesId'>>,
): TokenRecord {
  return { ...token, ...links, version: token.version + 1 }
}

/** Returns when a request with the token was last refused; null if never. */
export function lastRefusalOf(
  token: Pick<TokenRecord, 'lastRefusedAt' | 'lastUsedAt' | 'refusedInARow'>,
): string | null {
  if (token.lastRefusedAt !== undefined) return token.lastRefusedAt
  return token.refusedInARow > 0 ? token.lastUsedAt : null
}

/** Returns how many requests arrived since the token was paused or expired. */
export function attemptsOf(token: Pick<TokenRecord, 'attempts' | 'refusedInARow'>): number {
  return token.attempts ?? token.refusedInARow
}

/** Returns the token after a request with it. The operation is null if there is none. */
export function afterRequest(
  token: TokenRecord,
  request: Pick<
    TokenRequestRecord,
    'at' | 'method' | 'operation' | 'client' | 'outcome' | 'reason'
  >,
): TokenRecord {
  const { at, client = null } = request
  const clients = withClient(token, { client, at })
  const used = { ...token, lastUsedAt: at, lastRefusedAt: lastRefusalOf(token), clients }
  if (request.outcome === 'refused') return afterRefusal(used, request)
  if (request.outcome === 'not_valid') return used
  const answered = { ...used, lastAnsweredAt: request.at, refusedInARow: 0 }
  const needed = request.operation && neededAccess(request.operation, request.method)
  if (!needed) return answered
  const { feature, needs } = needed
  const use = token.uses[feature] ?? { readAt: null, writtenAt: null }
  const field = needs === 'read_only' ? 'readAt' : 'writtenAt'
  return { ...answered, uses: { ...token.uses, [feature]: { ...use, [field]: request.at } } }
}

/**
 * Returns the token after a refused request. A rate limit ends by itself, and the plan is not the token's fault: neither makes
 * the token fail. Nor does a request to a paused or expired token, or from another address: these refusals are intended.
 */
function afterRefusal(
  token: TokenRecord,
  { at, reason }: Pick<TokenRequestRecord, 'at' | 'reason'>,
): TokenRecord {
  const refused = { ...token, lastRefusedAt: at }
  if (reason === 'access') return { ...refused, refusedInARow: token.refusedInARow + 1 }
  if (reason !== 'paused' && reason !== 'expired') return refused
  return { ...refused, attempts: attemptsOf(token) + 1 }
}

function withChange(token: TokenRecord, { userId, now }: ChangeContext): TokenRecord {
  return {
    ...token,
    updatedAt: now.toISOString(),
    updatedById: userId,
    version: token.version + 1,
  }
}
