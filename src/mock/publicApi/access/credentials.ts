import { isWellFormedKey } from '#src/shared/keyFormat.ts'
import { planIncludesTokens } from '#src/shared/access.ts'
import { createRangeMatcher } from '#src/shared/ipAddresses.ts'

import { tokenInactiveReason } from '../../domain/tokenLifecycle.ts'
import type { Reader } from '../../domain/schema.ts'
import { EdeskError } from '../edeskError.ts'
import { findWrongCharacter } from './keyCharacters.ts'
import type { Caller } from '../operation.ts'

/**
 * Returns the key from the `Authorization` header (RFC 6750). A key anywhere else, for example in the URL, does not count.
 *
 * @throws EdeskError 401 if the request has no bearer token; 403 if the key has a character that no key has. Both name the
 *   character, but nothing else of the key.
 */
export function bearerKey(headers: Headers): string {
  const value = (headers.get('authorization') ?? '').replace(/ +$/, '')
  const key = /^Bearer +([^ \t]+)$/i.exec(value)?.[1]
  const wrong = findWrongCharacter(value)
  if (key !== undefined && !wrong) return key
  if (key !== undefined && wrong) throw invalidToken(wrong.detail)
  throw new EdeskError(
    401,
    'You are not authenticated',
    ['Send the API key in the header "Authorization: Bearer <key>".', wrong?.detail ?? '']
      .join(' ')
      .trim(),
    { headers: { 'WWW-Authenticate': 'Bearer' } },
  )
}

/**
 * Finds the token that a key belongs to, and its business. The checksum rejects a mistyped key without a lookup.
 *
 * @param keyHash the hash of the key.
 * @throws EdeskError 403, with the same body whether the key is malformed, unknown or deleted.
 */
export async function findCaller(db: Reader, key: string, keyHash: string): Promise<Caller> {
  const [token] = isWellFormedKey(key)
    ? await db.list('tokens', 'byKey', { equals: [keyHash] })
    : []
  const business = token && (await db.get('businesses', token.businessId))
  if (token && business) return { token, business }
  throw invalidToken()
}

function invalidToken(hint = ''): EdeskError {
  const details = `Invalid token. ${hint}`.trim()
  return new EdeskError(403, 'You are not authorized to access this', details)
}

/** @throws EdeskError 401 if the token is expired or paused; 403 if the plan of the business has no API tokens. */
export function assertTokenUsable({ token, business }: Caller, now: Date): void {
  const reason = tokenInactiveReason(token, now)
  if (reason) {
    throw new EdeskError(401, 'Your token does not work', detailsByReason[reason], {
      headers: { 'WWW-Authenticate': 'Bearer error="invalid_token"' },
      refusal: { reason },
    })
  }
  if (!planIncludesTokens(business.plan)) {
    throw new EdeskError(
      403,
      'You are not authorized to access this',
      'API tokens need the Professional plan or higher, and the business is below it.',
      { refusal: { reason: 'plan' } },
    )
  }
}

/**
 * Refuses a request from an address that its token does not allow. If a token has limits, an unknown address is not allowed either.
 *
 * @throws EdeskError 403. It does not name the allowed addresses: the sender may have found the key.
 */
export function assertAddressAllowed(
  { allowedAddresses = [] }: Caller['token'],
  address: string | undefined,
): void {
  if (allowedAddresses.length === 0 || matcherOf(allowedAddresses)(address)) return
  throw new EdeskError(
    403,
    'You are not authorized to access this',
    'The token cannot be used from this address.',
    { refusal: { reason: 'address' } },
  )
}

/** To parse 50 ranges takes as long as half of a request. Each request reads its token again, so the texts are the key. */
const matchers = new Map<string, ReturnType<typeof createRangeMatcher>>()
const maxMatchers = 500

function matcherOf(ranges: readonly string[]): ReturnType<typeof createRangeMatcher> {
  const key = ranges.join(' ')
  const known = matchers.get(key)
  if (known) return known
  const matcher = createRangeMatcher(ranges)
  if (matchers.size >= maxMatchers) matchers.clear()
  matchers.set(key, matcher)
  return matcher
}

const detailsByReason = {
  expired: 'The token has expired.',
  paused: 'The token is paused.',
} as const
