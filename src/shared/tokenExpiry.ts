import type { components } from '#src/api/generated/schema.ts'
import { limits } from '#src/api/generated/values.ts'

import { type BusinessNow, businessDay, daysBetween } from './businessDay.ts'
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

/**
 * Returns the number of days from today to a token's last day: 1 for tomorrow, negative when the day has passed.
 *
 * @param expiresAt ISO 8601. A token that expires at midnight has the day before as its last day.
 */
export function daysLeft(expiresAt: string, { now, timeZone }: BusinessNow): number {
  const lastDay = businessDay(new Date(Date.parse(expiresAt) - 1), timeZone)
  return daysBetween(businessDay(now, timeZone), lastDay)
}

/** Whether a token expires at the end of a day (midnight), and not at some hour within it. */
export function expiresAtEndOfDay(expiresAt: string, timeZone: string): boolean {
  const end = Date.parse(expiresAt)
  return businessDay(new Date(end), timeZone) !== businessDay(new Date(end - 1), timeZone)
}
