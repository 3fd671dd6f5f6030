import { msPerDay } from '#src/shared/time.ts'

/** The current time, and the business's time zone, which decides when a day begins. */
export interface BusinessNow {
  now: Date
  timeZone: string
}

// A list formats dozens of dates, and creating a formatter costs more than using it.
const formats = new Map<string, Intl.DateTimeFormat>()

/**
 * Returns the number of days from today to a token's last day: 1 for tomorrow, negative when the day has passed.
 *
 * @param expiresAt ISO 8601. A token that expires at midnight has the day before as its last day.
 */
export function daysLeft(expiresAt: string, { now, timeZone }: BusinessNow): number {
  return dayNumber(Date.parse(expiresAt) - 1, timeZone) - dayNumber(now.getTime(), timeZone)
}

/** Whether a token expires at the end of a day (midnight), and not at some hour within it. */
export function expiresAtEndOfDay(expiresAt: string, timeZone: string): boolean {
  const end = Date.parse(expiresAt)
  return dayNumber(end, timeZone) !== dayNumber(end - 1, timeZone)
}

/** Numbers the calendar days in a time zone. Unlike a division by 24 hours, this is exact across clock changes. */
function dayNumber(time: number, timeZone: string): number {
  const parts = formatFor(timeZone).formatToParts(time)
  const valueOf = (type: Intl.DateTimeFormatPartTypes) =>
    Number(parts.find((part) => part.type === type)?.value)
  return Date.UTC(valueOf('year'), valueOf('month') - 1, valueOf('day')) / msPerDay
}

function formatFor(timeZone: string): Intl.DateTimeFormat {
  const numeric = 'numeric' as const
  const format =
    formats.get(timeZone) ??
    new Intl.DateTimeFormat('en', { timeZone, year: numeric, month: numeric, day: numeric })
  formats.set(timeZone, format)
  return format
}
