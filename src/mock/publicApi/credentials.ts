import { isWellFormedKey } from '#src/api/keyFormat.ts'

import { planHasTokens } from '../domain/access.ts'
import { reasonAgainstToken } from '../domain/publicAccess.ts'
import { hashKey } from '../domain/tokenKey.ts'
import type { Reader } from '../storage/storage.ts'
import { EdeskError } from './edeskError.ts'
import type { Caller } from './operation.ts'

/**
 * The key in a request's `Authorization` header (RFC 6750). A key anywhere else, as in the address, is none.
 *
 * @throws EdeskError 401 without a bearer token.
 */
export function keyIn(headers: Headers): string {
  const key = /^Bearer +(\S+) *$/i.exec(headers.get('authorization') ?? '')?.[1]
  if (key !== undefined) return key
  throw new EdeskError(
    401,
    'You are not authenticated',
    'Send the API key in the header "Authorization: Bearer <key>".',
    { headers: { 'WWW-Authenticate': 'Bearer' } },
  )
}

/**
 * The application that a key belongs to. A mistyped key is refused by its checksum, without a look-up.
 *
 * @throws EdeskError 403, the same for a key that is malformed, unknown or deleted.
 */
export async function findCaller(db: Reader, key: string): Promise<Caller> {
  const [token] = isWellFormedKey(key)
    ? await db.list('tokens', 'byKey', { equals: [hashKey(key)] })
    : []
  const business = token && (await db.get('businesses', token.businessId))
  if (token && business) return { token, business }
  throw new EdeskError(403, 'You are not authorized to access this', 'Invalid token.')
}

/** @throws EdeskError where the token is known and does not work for the time being. */
export function refuseWhatDoesNotWork({ token, business }: Caller, now: Date): void {
  const reason = reasonAgainstToken(token, now)
  if (reason) {
    throw new EdeskError(401, 'Your token does not work', wordsFor[reason], {
      headers: { 'WWW-Authenticate': 'Bearer error="invalid_token"' },
      refusal: { reason },
    })
  }
  if (!planHasTokens(business.plan)) {
    throw new EdeskError(
      403,
      'You are not authorized to access this',
      'API tokens need the Professional plan or higher, and the business is below it.',
      { refusal: { reason: 'plan' } },
    )
  }
}

const wordsFor = {
  expired: 'The token has expired.',
  paused: 'The token is paused.',
} as const
