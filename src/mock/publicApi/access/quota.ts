import { quotaHeaders, takeRequest } from '../../domain/rateLimit.ts'
import type { TokenRecord } from '../../domain/records.ts'
import { EdeskError } from '../edeskError.ts'

/**
 * Counts a request against the token's quota.
 *
 * @returns the token with the remaining quota.
 * @throws EdeskError 429 if the quota is used up.
 */
export function consumeQuota(token: TokenRecord, now: Date): TokenRecord {
  const { quota, allowed, retryAfterSeconds } = takeRequest(token.quota, now)
  if (!allowed) {
    throw new EdeskError(429, 'Too many requests', 'Out of quota', {
      headers: { 'Retry-After': String(retryAfterSeconds), ...quotaHeaders(quota) },
      refusal: { reason: 'rate_limit' },
    })
  }
  return { ...token, quota }
}
