import type { components } from '#src/api/generated/schema.ts'

import { nameKey } from './names.ts'
import { neededAccess } from './publicAccess.ts'
import type { TokenRecord } from './records.ts'

type Schemas = components['schemas']
export type TokenStatus = Schemas['TokenStatus']
export type KeepOldKey = Schemas['KeepOldKey']
export type ExpiryFault = 'not-a-time' | 'in-the-past' | 'too-far'
export type ReadExpiry = { ok: true; value: string | null } | { ok: false; code: ExpiryFault }

const day = 86_400_000
/** eDesk's own tokens live this long; so does one for which nobody chooses (help article, what it leaves open). */
const defaultLife = 90 * day
/** From how long before its end on a token counts as expiring soon. */
const soon = 14 * day
const furthestYears = 10

const graceTimes: Readonly<Record<KeepOldKey, number>> = {
  none: 0,
  hour: 3_600_000,
  day,
  week: 7 * day,
}

/** Who changes a token, and when. */
export interface Change {
  userId: string
  now: Date
}

/**
 * When a token is to expire, as it is kept.
 *
 * @param given a time of RFC 3339, null for never, undefined for what eDesk chooses.
 */
export function readExpiry(given: string | null | undefined, now: Date): ReadExpiry {
  if (given === null) return { ok: true, value: null }
  if (given === undefined) {
    return { ok: true, value: new Date(now.getTime() + defaultLife).toISOString() }
  }
  const time = timeOf(given)
  if (time === undefined) return { ok: false, code: 'not-a-time' }
  if (time <= now.getTime()) return { ok: false, code: 'in-the-past' }
  const furthest = new Date(now)
  furthest.setUTCFullYear(furthest.getUTCFullYear() + furthestYears)
  if (time > furthest.getTime()) return { ok: false, code: 'too-far' }
  return { ok: true, value: new Date(time).toISOString() }
}

/** Milliseconds since 1970; undefined for what is no time, such as the 30th of February, which browsers take for the 2nd of March, or 24:00. */
function timeOf(text: string): number | undefined {
  const parts =
    /^(\d{4})-(\d\d)-(\d\d)T(?:[01]\d|2[0-3]):\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/i.exec(text)
  const time = Date.parse(text)
  if (!parts || Number.isNaN(time)) return undefined
  const [year = 0, month = 0, date = 0] = parts.slice(1).map(Number)
  return new Date(Date.UTC(year, month - 1, date)).getUTCDate() === date ? time : undefined
}

/** How a token stands at a time. Where several fit, the most serious one. At the millisecond of its expiry it has expired. */
export function statusOf(
  token: Pick<TokenRecord, 'expiresAt' | 'pausedAt' | 'replacedById'>,
  now: Date,
): TokenStatus {
  const left = token.expiresAt === null ? Infinity : Date.parse(token.expiresAt) - now.getTime()
  if (left <= 0) return 'expired'
  if (token.pausedAt !== null) return 'paused'
  if (token.replacedById !== null) return 'being_replaced'
  return left <= soon ? 'expiring_soon' : 'active'
}

/** The token as it is from now on: refused until it is resumed. */
export function paused(token: TokenRecord, by: Change): TokenRecord {
  return changed({ ...token, pausedAt: by.now.toISOString() }, by)
}

/** The token as it is from now on: it works again. */
export function resumed(token: TokenRecord, by: Change): TokenRecord {
  return changed({ ...token, pausedAt: null }, by)
}

/** The token with a shorter life. Whether it is shorter is `isSooner`'s to say. */
export function expiringAt(token: TokenRecord, expiresAt: string, by: Change): TokenRecord {
  return changed({ ...token, expiresAt }, by)
}

/** Whether a time shortens a token's life: a longer one takes a replacement. */
export function isSooner(expiresAt: string, token: Pick<TokenRecord, 'expiresAt'>): boolean {
  return token.expiresAt === null || Date.parse(expiresAt) < Date.parse(token.expiresAt)
}

/**
 * The old one of two, while the new one takes its place: under another name, because names are unique, and with no more life than
 * was asked for.
 *
 * @param name what it is called from now on (`oldKeyName`).
 */
export function beingReplaced(
  token: TokenRecord,
  name: string,
  replacement: { id: string; keepOldKey: KeepOldKey },
  by: Change,
): TokenRecord {
  const end = new Date(by.now.getTime() + graceTimes[replacement.keepOldKey]).toISOString()
  return changed(
    {
      ...token,
      name,
      nameKey: nameKey(name),
      replacedById: replacement.id,
      expiresAt: isSooner(end, token) ? end : token.expiresAt,
    },
    by,
  )
}

/** A token with other ones beside it than before: the one whose place it takes, or the one that takes its place. */
export function withTies(
  token: TokenRecord,
  ties: Partial<Pick<TokenRecord, 'replacedById' | 'replacesId'>>,
): TokenRecord {
  return { ...token, ...ties, version: token.version + 1 }
}

/**
 * The token after a request with it.
 *
 * @param request what it was for, if it was an operation, and whether it was carried out.
 */
export function afterRequest(
  token: TokenRecord,
  request: { at: string; method: string; operation: string | null; answered: boolean },
): TokenRecord {
  const used = { ...token, lastUsedAt: request.at }
  if (!request.answered) return used
  const answered = { ...used, lastAnsweredAt: request.at }
  const needed = request.operation && neededAccess(request.operation, request.method)
  if (!needed) return answered
  const { feature, needs } = needed
  const use = token.uses[feature] ?? { readAt: null, writtenAt: null }
  const when = needs === 'read_only' ? 'readAt' : 'writtenAt'
  return { ...answered, uses: { ...token.uses, [feature]: { ...use, [when]: request.at } } }
}

function changed(token: TokenRecord, { userId, now }: Change): TokenRecord {
  return {
    ...token,
    updatedAt: now.toISOString(),
    updatedById: userId,
    version: token.version + 1,
  }
}
