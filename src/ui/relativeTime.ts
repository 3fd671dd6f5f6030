const units = [
  { unit: 'year', seconds: 365 * 86_400 },
  { unit: 'month', seconds: 30 * 86_400 },
  { unit: 'day', seconds: 86_400 },
  { unit: 'hour', seconds: 3_600 },
  { unit: 'minute', seconds: 60 },
] as const

// A list shows dozens of times, and to make a formatter costs more than to use it.
const relativeFormats = new Map<string, Intl.RelativeTimeFormat>()
const exactFormats = new Map<string, Intl.DateTimeFormat>()

/**
 * How long ago `date` was, in words of `locale` ("3 minutes ago"). Within a minute of `now`, also a little ahead of it
 * (clocks differ), it is "now".
 */
export function relativeTime(date: Date, now: Date, locale: string): string {
  const words = kept(
    relativeFormats,
    locale,
    () => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }),
  )
  const seconds = (date.getTime() - now.getTime()) / 1000
  const fit = units.find((candidate) => Math.abs(seconds) >= candidate.seconds)
  if (!fit) return words.format(0, 'second')
  return words.format(Math.trunc(seconds / fit.seconds), fit.unit)
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
