import type { components } from '#src/api/generated/schema.ts'
import { limits } from '#src/api/generated/values.ts'

import { msPerDay, msPerHour } from './time.ts'

/** Whether a token that expires in this time counts as expiring soon. */
export function isExpiringSoon(timeLeftMs: number): boolean {
  return timeLeftMs <= limits.expiryWarningDays[0] * msPerDay
}

/** Returns the latest expiry that a token may have. */
export function latestExpiry(now: Date): Date {
  const latest = new Date(now)
  latest.setUTCFullYear(latest.getUTCFullYear() + limits.maxLifetimeYears)
  return latest
}

/** Returns when the key of a token that is replaced now stops working: at the latest when it would without a replacement. */
export function replacedTokenExpiry(
  { expiresAt }: { expiresAt: string | null },
  keepOldKey: components['schemas']['KeepOldKey'],
  now: Date,
): string {
  const end = now.getTime() + limits.keepOldKeyHours[keepOldKey] * msPerHour
  if (expiresAt !== null && Date.parse(expiresAt) <= end) return expiresAt
  return new Date(end).toISOString()
}
