/** A token bucket for each API token: up to 60 requests at once, and two more every second (eDesk API facts, "Rate limit"). */
const quotaSize = 60
const refillPerSecond = 2

export interface Quota {
  /** Requests that were left at `at`; a fraction while one is being refilled. */
  left: number
  /** ISO 8601. */
  at: string
}

/** A quota that nothing has been taken from. */
export function fullQuota(now: Date): Quota {
  return { left: quotaSize, at: now.toISOString() }
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
  const seconds = Math.max(0, (now.getTime() - Date.parse(quota.at)) / 1000)
  const left = Math.min(quotaSize, quota.left + seconds * refillPerSecond)
  const allowed = left >= 1
  return {
    quota: { left: allowed ? left - 1 : left, at: now.toISOString() },
    allowed,
    retryAfterSeconds: allowed ? 0 : Math.ceil((1 - left) / refillPerSecond),
  }
}

/** The headers that tell a client its limit (IETF draft "RateLimit header fields for HTTP", version 6). */
export function quotaHeaders({ left }: Quota): Record<string, string> {
  return {
    'RateLimit-Limit': String(quotaSize),
    'RateLimit-Remaining': String(Math.floor(left)),
    'RateLimit-Reset': String(Math.ceil((quotaSize - left) / refillPerSecond)),
    'RateLimit-Policy': `${quotaSize};w=${quotaSize / refillPerSecond}`,
  }
}
