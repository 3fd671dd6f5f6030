import { msPerDay, msPerMinute } from './time.ts'

/** The current time, and the business's time zone, which decides when a day begins. */
export interface BusinessNow {
  now: Date
  timeZone: string
}

// A list formats dozens of dates, and creating a formatter costs more than using it.
const formats = new Map<string, Intl.DateTimeFormat>()

// A backend asks for the day of each request. In every time zone of today, a day begins at a full minute.
const latest = new Map<string, { minute: number; day: string }>()

/**
 * Returns the calendar day (YYYY-MM-DD) at a time in a business's time zone. A file's name, "today" and the days of a chart are
 * such days, not those of UTC or of the device (docs/decisions/20-business-time-zone.md).
 *
 * @param timeZone an IANA name that the engine knows.
 */
export function businessDay(time: Date, timeZone: string): string {
  const minute = Math.floor(time.getTime() / msPerMinute)
  const known = latest.get(timeZone)
  if (known?.minute === minute) return known.day
  const day = formatDay(time, timeZone)
  latest.set(timeZone, { minute, day })
  return day
}

function formatDay(time: Date, timeZone: string): string {
  const parts = formatFor(timeZone).formatToParts(time)
  const valueOf = (type: Intl.DateTimeFormatPartTypes) =>
    parts
      .filter((part) => part.type === type)
      .map(({ value }) => value)
      .join('')
  return `${valueOf('year').padStart(4, '0')}-${valueOf('month')}-${valueOf('day')}`
}

/** Returns the day that is a number of days before another (YYYY-MM-DD). */
export function dayBefore(day: string, days: number): string {
  // In UTC, every day has 24 hours.
  return businessDay(new Date(Date.parse(day) - days * msPerDay), 'UTC')
}

/** Returns the number of days from one day to another (YYYY-MM-DD), negative if the other is earlier. */
export function daysBetween(day: string, other: string): number {
  return (Date.parse(other) - Date.parse(day)) / msPerDay
}

/** Whether a text is a valid date in the format YYYY-MM-DD. The 30th of February is not. */
export function isCalendarDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  // `Date` takes the 30th of February for a day in March.
  return new Date(`${text}T00:00:00Z`).getUTCDate() === Number(text.slice(8))
}

function formatFor(timeZone: string): Intl.DateTimeFormat {
  const digits = '2-digit' as const
  const format =
    formats.get(timeZone) ??
    new Intl.DateTimeFormat('en', { timeZone, year: 'numeric', month: digits, day: digits })
  formats.set(timeZone, format)
  return format
}
