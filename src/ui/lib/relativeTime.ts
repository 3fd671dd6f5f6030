import { businessDay, daysBetween } from '#src/shared/businessDay.ts'
import { msPerDay } from '#src/shared/time.ts'

import { formatCache } from './formatCache.ts'
import { formatInTimeZone } from './formatInTimeZone.ts'
import { readerLocale } from './readerLocale.ts'

const secondsPerDay = msPerDay / 1000
const daysPer = { year: 365, month: 30 } as const
const units = [
  { unit: 'hour', seconds: 3_600 },
  { unit: 'minute', seconds: 60 },
] as const

const cached = formatCache<Intl.RelativeTimeFormat>()

/** How a time is written: in which language, and in whose days. */
interface TimeStyle {
  locale: string
  /** The business's time zone: an IANA name. */
  timeZone: string
  /** Abbreviates the unit: "3 min ago". */
  short?: boolean
  /** The text for less than a minute ago; without it, "now". That does not fit all sentences: French needs "à l’instant". */
  justNow?: string
}

/**
 * Formats a date relative to `now` ("3 minutes ago", "in 13 days"). Less than a minute before or after `now` is `justNow`,
 * since clocks differ. Days are the business's calendar days, so that "tomorrow" is the next date. Months and years are numeric
 * ("1 month ago"), because "last month" may name another month than the date's. Abbreviations are those of the reader's region.
 */
export function relativeTime(
  date: Date,
  now: Date,
  { locale, timeZone, short = false, justNow }: TimeStyle,
): string {
  const named = relativeFormat(locale, { numeric: 'auto', style: short ? 'short' : 'long' })
  const seconds = (date.getTime() - now.getTime()) / 1000
  if (Math.abs(seconds) < secondsPerDay) {
    const fit = units.find((candidate) => Math.abs(seconds) >= candidate.seconds)
    if (fit) return named.format(Math.trunc(seconds / fit.seconds), fit.unit)
    return justNow ?? named.format(0, 'second')
  }
  const days = daysBetween(businessDay(now, timeZone), businessDay(date, timeZone))
  if (Math.abs(days) < daysPer.month) return named.format(days, 'day')
  const counted = relativeFormat(locale, { style: short ? 'short' : 'long' })
  const unit = Math.abs(days) < daysPer.year ? 'month' : 'year'
  return counted.format(Math.trunc(days / daysPer[unit]), unit)
}

/** Formats a number of days from today: "in 13 days", "tomorrow", "3 days ago". */
export function relativeDay(days: number, locale: string): string {
  return relativeFormat(locale, { numeric: 'auto' }).format(days, 'day')
}

/** Formats the full date and time, with the time zone. */
export function exactTime(date: Date, style: TimeStyle): string {
  return formatInTimeZone(date, 'exact', style)
}

function relativeFormat(
  locale: string,
  { numeric = 'always', style = 'long' }: Intl.RelativeTimeFormatOptions,
): Intl.RelativeTimeFormat {
  return cached(
    `${locale} ${numeric} ${style}`,
    () => new Intl.RelativeTimeFormat(readerLocale(locale), { numeric, style }),
  )
}
