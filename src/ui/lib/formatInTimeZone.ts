import { readerLocale } from './readerLocale.ts'

// A list formats dozens of times, and creating a formatter costs more than using it.
const formats = new Map<string, Intl.DateTimeFormat>()

const styles = {
  fullDay: { dateStyle: 'full' },
  shortDay: { dateStyle: 'medium' },
  dayAndTime: { dateStyle: 'medium', timeStyle: 'medium' },
  dayAndMinute: { dateStyle: 'medium', timeStyle: 'short' },
  hour: { timeStyle: 'short' },
  exact: { dateStyle: 'full', timeStyle: 'long' },
} satisfies Record<string, Intl.DateTimeFormatOptions>

/** Formats the day, the time of day or both in an IANA time zone, as in the reader's region. */
export function formatInTimeZone(
  time: Date,
  style: keyof typeof styles,
  { locale, timeZone }: { locale: string; timeZone: string },
): string {
  const key = `${locale} ${timeZone} ${style}`
  const format =
    formats.get(key) ??
    new Intl.DateTimeFormat(readerLocale(locale), { ...styles[style], timeZone })
  formats.set(key, format)
  return format.format(time)
}
