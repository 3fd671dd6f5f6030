// A list shows dozens of times, and to make a formatter costs more than to use it.
const formats = new Map<string, Intl.DateTimeFormat>()

const styles = {
  fullDay: { dateStyle: 'full' },
  shortDay: { dateStyle: 'medium' },
  hour: { timeStyle: 'short' },
} satisfies Record<string, Intl.DateTimeFormatOptions>

/** The day or the hour of a time in a time zone (IANA), in words of `locale`. */
export function zonedTime(
  time: Date,
  style: keyof typeof styles,
  { locale, timeZone }: { locale: string; timeZone: string },
): string {
  const key = `${locale} ${timeZone} ${style}`
  const format = formats.get(key) ?? new Intl.DateTimeFormat(locale, { ...styles[style], timeZone })
  formats.set(key, format)
  return format.format(time)
}
