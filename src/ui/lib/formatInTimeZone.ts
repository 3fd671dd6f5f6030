import { formatCache } from './formatCache.ts'
import { readerLocale } from './readerLocale.ts'

const cached = formatCache<Intl.DateTimeFormat>()

const styles = {
  /** "24 Nov" */
  dayInYear: { day: 'numeric', month: 'short' },
  /** "24 Nov 2026" */
  shortDay: { dateStyle: 'medium' },
  /** "Tue, 24 Nov 2026" */
  weekdayAndDay: { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' },
  dayAndTime: { dateStyle: 'medium', timeStyle: 'medium' },
  dayAndMinute: { dateStyle: 'medium', timeStyle: 'short' },
  hour: { timeStyle: 'short' },
  exact: { dateStyle: 'full', timeStyle: 'long' },
} satisfies Record<string, Intl.DateTimeFormatOptions>

/** Formats the day, the time of day or both in an IANA time zone, as in the reader's region. All dates of the pages use it. */
export function formatInTimeZone(
  time: Date,
  style: keyof typeof styles,
  { locale, timeZone }: { locale: string; timeZone: string },
): string {
  const format = cached(
    `${locale} ${timeZone} ${style}`,
    () => new Intl.DateTimeFormat(readerLocale(locale), { ...styles[style], timeZone }),
  )
  return format.format(time)
}

/**
 * Returns the name of an IANA time zone in a language: "Ireland Time", "Mitteleuropäische Zeit". It is the same in summer and
 * winter; UTC has only a name that stands for an offset.
 */
export function timeZoneName(
  { now, timeZone }: { now: Date; timeZone: string },
  language: string,
): string {
  const timeZoneName = timeZone === 'UTC' ? 'long' : 'longGeneric'
  const format = cached(
    `${language} ${timeZone} name`,
    () => new Intl.DateTimeFormat(language, { timeZone, timeZoneName }),
  )
  return format.formatToParts(now).find(({ type }) => type === 'timeZoneName')?.value ?? timeZone
}
