import { businessDay, daysBetween } from '#src/shared/businessDay.ts'

/** The current time, and the business's time zone, which decides when a day begins. */
export interface BusinessNow {
  now: Date
  timeZone: string
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
