import { limits } from '#src/api/generated/values.ts'

/** Each API token has a token bucket, as in eDesk's API reference. */
const { burstRequests: quotaSize, requestsPerSecond: refillPerSecond } = limits
/** Quotas count thousandths of a request as integers, because sums of fractions would have rounding errors. */
const scale = 1000
/** How long it takes until an unused quota is full. The clocks of hosts that share a database differ by less. */
const fillMs = (quotaSize / refillPerSecond) * 1000

export interface Quota {
  /** The remaining quota at `at`, in thousandths of a request. */
  left: number
  /** ISO 8601. */
  at: string
}

/** Returns an unused quota. */
export function fullQuota(now: Date): Quota {
  return { left: quotaSize * scale, at: now.toISOString() }
}

/**
 * Takes one request from a quota, if one is left.
 *
 * @returns the new quota, whether the request is allowed, and how many seconds to wait if it is not.
 */
export function takeRequest(
  quota: Quota,
  now: Date,
): { quota: Quota; allowed: boolean; retryAfterSeconds: number } {
  const passed = now.getTime() - Date.parse(quota.at)
  // If the clock was put back, nobody knows how much time has passed: enough, so that no token waits until the clock catches up.
  const milliseconds = passed < -fillMs ? fillMs : Math.max(0, passed)
  // Requests per second equal thousandths of a request per millisecond.
  const left = Math.min(quotaSize * scale, quota.left + milliseconds * refillPerSecond)
  const allowed = left >= scale
  return {
    quota: { left: allowed ? left - scale : left, at: now.toISOString() },
    allowed,
    retryAfterSeconds: allowed ? 0 : Math.ceil((scale - left) / (scale * refillPerSecond)),
  }
}

/** Returns the headers that tell a client its limit (IETF draft "RateLimit header fields for HTTP", version 6). */
export function quotaHeaders({ left }: Quota): Record<string, string> {
  return {
    'RateLimit-Limit': String(quotaSize),
    'RateLimit-Remaining': String(Math.floor(left / scale)),
    'RateLimit-Reset': String(Math.ceil((quotaSize * scale - left) / (scale * refillPerSecond))),
    'RateLimit-Policy': `${quotaSize};w=${quotaSize / refillPerSecond}`,
  }
}
