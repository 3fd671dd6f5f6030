import { isExpiringSoon } from '#src/shared/tokenExpiry.ts'

import type { Token } from './tokenApi.ts'

/**
 * Returns a token's status at a time. A page that stays open has to notice an expiry itself: `token.status` is the status at
 * the time of the service's response.
 */
export function currentStatus(
  token: Pick<Token, 'status' | 'expiresAt'>,
  now: Date,
): Token['status'] {
  if (token.expiresAt === null) return token.status
  if (hasExpired(token, now)) return 'expired'
  const left = Date.parse(token.expiresAt) - now.getTime()
  return token.status === 'active' && isExpiringSoon(left) ? 'expiring_soon' : token.status
}

/** Whether a token no longer works at a time because of its expiry. */
export function hasExpired({ expiresAt }: Pick<Token, 'expiresAt'>, now: Date): boolean {
  return expiresAt !== null && Date.parse(expiresAt) <= now.getTime()
}

/** Returns whether a token can be paused or resumed. Undefined for an expired token, whose key is refused in any case. */
export function availablePauseAction(token: Token, now: Date): 'pause' | 'resume' | undefined {
  if (currentStatus(token, now) === 'expired') return undefined
  return token.pausedAt === null ? 'pause' : 'resume'
}

/** A token that has been replaced can't be replaced again. */
export function canBeReplaced(token: Token): boolean {
  return token.replacedBy === null
}
