const dayLength = 86_400
const daysIn = { year: 365, month: 30 } as const
const units = [
  { unit: 'hour', seconds: 3_600 },
  { unit: 'minute', seconds: 60 },
] as const

// A list shows dozens of times, and to make a formatter costs more than to use it.
const namedFormats = new Map<string, Intl.RelativeTimeFormat>()
const countedFormats = new Map<string, Intl.RelativeTimeFormat>()
const exactFormats = new Map<string, Intl.DateTimeFormat>()

/**
 * How long ago `date` was, or how far ahead it is, in words of `locale` ("3 minutes ago", "in 13 days"). Within a minute of
 * `now`, also a little ahead of it (clocks differ), it is "now". Days are counted as the device's calendar does, so that
 * "tomorrow" is the date after today's; months and years are counted ("1 month ago") because "last month" may be another.
 */
export function relativeTime(date: Date, now: Date, locale: string): string {
  const named = namedFormat(locale)
  const seconds = (date.getTime() - now.getTime()) / 1000
  if (Math.abs(seconds) < dayLength) {
    const fit = units.find((candidate) => Math.abs(seconds) >= candidate.seconds)
    return fit
      ? named.format(Math.trunc(seconds / fit.seconds), fit.unit)
      : named.format(0, 'second')
  }
  const days = calendarDay(date) - calendarDay(now)
  if (Math.abs(days) < daysIn.month) return named.format(days, 'day')
  const counted = kept(countedFormats, locale, () => new Intl.RelativeTimeFormat(locale))
  const unit = Math.abs(days) < daysIn.year ? 'month' : 'year'
  return counted.format(Math.trunc(days / daysIn[unit]), unit)
}

/** How many days ahead a day is, in words of `locale`: "in 13 days", "tomorrow", "3 days ago". */
export function relativeDay(days: number, locale: string): string {
  return namedFormat(locale).format(days, 'day')
}

/** The whole date and time, in words of `locale`. */
export function exactTime(date: Date, locale: string): string {
  return kept(
    exactFormats,
    locale,
    () => new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'long' }),
  ).format(date)
}

function kept<Format>(formats: Map<string, Format>, locale: string, make: () => Format): Format {
  const format = formats.get(locale) ?? make()
  formats.set(locale, format)
  return format
}

function namedFormat(locale: string): Intl.RelativeTimeFormat {
  return kept(namedFormats, locale, () => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }))
}

/** Counts the days of the calendar, whatever time of the day it is and however long the days are. */
function calendarDay(date: Date): number {
  return Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / (dayLength * 1000)
}
