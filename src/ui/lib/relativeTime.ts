import { businessDay, daysBetween } from '#src/shared/businessDay.ts'
import { msPerDay } from '#src/shared/time.ts'

import { formatInTimeZone } from './formatInTimeZone.ts'

const secondsPerDay = msPerDay / 1000
const daysPer = { year: 365, month: 30 } as const
const units = [
  { unit: 'hour', seconds: 3_600 },
  { unit: 'minute', seconds: 60 },
] as const

// A list formats dozens of times, and creating a formatter costs more than using it.
const namedFormats = new Map<string, Intl.RelativeTimeFormat>()
const countedFormats = new Map<string, Intl.RelativeTimeFormat>()

/** How a time is written: in which language, and in whose days. */
interface TimeStyle {
  locale: string
  /** The business's time zone: an IANA name. */
  timeZone: string
}

/**
 * Formats a date relative to `now` ("3 minutes ago", "in 13 days"). Less than a minute before or after `now` is "now", since
 * clocks differ. Days are the business's calendar days, so that "tomorrow" is the next date. Months and years are numeric
 * ("1 month ago"), because "last month" may name another month than the date's.
 */
export function relativeTime(date: Date, now: Date, { locale, timeZone }: TimeStyle): string {
  const named = namedFormat(locale)
  const seconds = (date.getTime() - now.getTime()) / 1000
  if (Math.abs(seconds) < secondsPerDay) {
    const fit = units.find((candidate) => Math.abs(seconds) >= candidate.seconds)
    return fit
      ? named.format(Math.trunc(seconds / fit.seconds), fit.unit)
      : named.format(0, 'second')
  }
  const days = daysBetween(businessDay(now, timeZone), businessDay(date, timeZone))
  if (Math.abs(days) < daysPer.month) return named.format(days, 'day')
  const counted = cached(countedFormats, locale, () => new Intl.RelativeTimeFormat(locale))
  const unit = Math.abs(days) < daysPer.year ? 'month' : 'year'
  return counted.format(Math.trunc(days / daysPer[unit]), unit)
}

/** Formats a number of days from today: "in 13 days", "tomorrow", "3 days ago". */
export function relativeDay(days: number, locale: string): string {
  return namedFormat(locale).format(days, 'day')
}

/** Formats the full date and time, with the time zone. */
export function exactTime(date: Date, style: TimeStyle): string {
  return formatInTimeZone(date, 'exact', style)
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
