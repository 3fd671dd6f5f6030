const units = [
  { unit: 'year', seconds: 365 * 86_400 },
  { unit: 'month', seconds: 30 * 86_400 },
  { unit: 'day', seconds: 86_400 },
  { unit: 'hour', seconds: 3_600 },
  { unit: 'minute', seconds: 60 },
] as const

/**
 * How long ago `date` was, in words of `locale` ("3 minutes ago"). Within a minute of `now`, also a little ahead of it
 * (clocks differ), it is "now".
 */
export function relativeTime(date: Date, now: Date, locale: string): string {
  const words = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  const seconds = (date.getTime() - now.getTime()) / 1000
  const fit = units.find((candidate) => Math.abs(seconds) >= candidate.seconds)
  if (!fit) return words.format(0, 'second')
  return words.format(Math.trunc(seconds / fit.seconds), fit.unit)
}
