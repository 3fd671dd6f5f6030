import type { Token } from './tokenApi.ts'

/** From how long before its end on a token counts as expiring soon (contract: `TokenStatus`). */
const soon = 14 * 86_400_000

/**
 * How a token stands now. The service has told its status; a page that stays open sees it expire all the same.
 */
export function statusNow(token: Pick<Token, 'status' | 'expiresAt'>, now: Date): Token['status'] {
  if (token.expiresAt === null) return token.status
  const left = Date.parse(token.expiresAt) - now.getTime()
  if (left <= 0) return 'expired'
  return token.status === 'active' && left <= soon ? 'expiring_soon' : token.status
}

/** What there is to choose: an expired token is refused as it is, paused or not. */
export function pauseChoice(token: Token, now: Date): 'pause' | 'resume' | undefined {
  if (statusNow(token, now) === 'expired') return undefined
  return token.pausedAt === null ? 'pause' : 'resume'
}

/** The old one of two tokens has its replacement. */
export function canBeReplaced(token: Token): boolean {
  return token.replacedBy === null
}
