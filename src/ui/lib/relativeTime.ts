import { msPerDay } from '#src/shared/time.ts'

const secondsPerDay = msPerDay / 1000
const daysPer = { year: 365, month: 30 } as const
const units = [
  { unit: 'hour', seconds: 3_600 },
  { unit: 'minute', seconds: 60 },
] as const

// A list formats dozens of times, and creating a formatter costs more than using it.
const namedFormats = new Map<string, Intl.RelativeTimeFormat>()
const countedFormats = new Map<string, Intl.RelativeTimeFormat>()
const exactFormats = new Map<string, Intl.DateTimeFormat>()

/**
 * Formats a date relative to `now` ("3 minutes ago", "in 13 days"). Less than a minute before or after `now` is "now", since
 * clocks differ. Days are calendar days in the device's time zone, so that "tomorrow" is the next date. Months and years are
 * numeric ("1 month ago"), because "last month" may name another month than the date's.
 */
export function relativeTime(date: Date, now: Date, locale: string): string {
  const named = namedFormat(locale)
  const seconds = (date.getTime() - now.getTime()) / 1000
  if (Math.abs(seconds) < secondsPerDay) {
    const fit = units.find((candidate) => Math.abs(seconds) >= candidate.seconds)
    return fit
      ? named.format(Math.trunc(seconds / fit.seconds), fit.unit)
      : named.format(0, 'second')
  }
  const days = calendarDay(date) - calendarDay(now)
  if (Math.abs(days) < daysPer.month) return named.format(days, 'day')
  const counted = cached(countedFormats, locale, () => new Intl.RelativeTimeFormat(locale))
  const unit = Math.abs(days) < daysPer.year ? 'month' : 'year'
  return counted.format(Math.trunc(days / daysPer[unit]), unit)
}

/** Formats a number of days from today: "in 13 days", "tomorrow", "3 days ago". */
export function relativeDay(days: number, locale: string): string {
  return namedFormat(locale).format(days, 'day')
}

/** Formats the full date and time. */
export function exactTime(date: Date, locale: string): string {
  return cached(
    exactFormats,
    locale,
    () => new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'long' }),
  ).format(date)
}

function cached<Format>(formats: Map<string, Format>, locale: string, make: () => Format): Format {
  const format = formats.get(locale) ?? make()
  formats.set(locale, format)
  return format
}

function namedFormat(locale: string): Intl.RelativeTimeFormat {
  return cached(
    namedFormats,
    locale,
    () => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }),
  )
}

/** Numbers the calendar days in the device's time zone. Unlike a division by 24 hours, this is exact across clock changes. */
function calendarDay(date: Date): number {
  return Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / msPerDay
}
