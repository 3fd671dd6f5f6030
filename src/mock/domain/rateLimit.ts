/** A token bucket for each API token: up to 60 requests at once, and two more every second (eDesk API facts, "Rate limit"). */
const quotaSize = 60
const refillPerSecond = 2
/** Whole numbers: fractions of requests, added up, would let one too few or too many through. */
const parts = 1000

export interface Quota {
  /** What was left at `at`, in thousandths of a request. */
  left: number
  /** ISO 8601. */
  at: string
}

/** A quota that nothing has been taken from. */
export function fullQuota(now: Date): Quota {
  return { left: quotaSize * parts, at: now.toISOString() }
}

/**
 * Takes one request out of a quota, if one is left.
 *
 * @returns the quota afterwards, whether there was one, and for how many seconds to wait if not.
 */
export function takeFrom(
  quota: Quota,
  now: Date,
): { quota: Quota; allowed: boolean; retryAfterSeconds: number } {
  // A clock that was put back takes nothing away.
  const milliseconds = Math.max(0, now.getTime() - Date.parse(quota.at))
  // Thousandths in milliseconds are requests in seconds.
  const left = Math.min(quotaSize * parts, quota.left + milliseconds * refillPerSecond)
  const allowed = left >= parts
  return {
    quota: { left: allowed ? left - parts : left, at: now.toISOString() },
    allowed,
    retryAfterSeconds: allowed ? 0 : Math.ceil((parts - left) / (parts * refillPerSecond)),
  }
}

/** The headers that tell a client its limit (IETF draft "RateLimit header fields for HTTP", version 6). */
export function quotaHeaders({ left }: Quota): Record<string, string> {
  return {
    'RateLimit-Limit': String(quotaSize),
    'RateLimit-Remaining': String(Math.floor(left / parts)),
    'RateLimit-Reset': String(Math.ceil((quotaSize * parts - left) / (parts * refillPerSecond))),
    'RateLimit-Policy': `${quotaSize};w=${quotaSize / refillPerSecond}`,
  }
}
