/** Now, and where: a day is the business's day. */
export interface Here {
  now: Date
  timeZone: string
}

const dayLength = 86_400_000
// A list asks for dozens of days, and to make a formatter costs more than to use it.
const formats = new Map<string, Intl.DateTimeFormat>()

/**
 * How many days after today a token's last day is: 1 for tomorrow, less than none where it is past.
 *
 * @param expiresAt ISO 8601: at the first moment of a day, the day before it was the last one.
 */
export function daysLeft(expiresAt: string, { now, timeZone }: Here): number {
  return dayNumber(Date.parse(expiresAt) - 1, timeZone) - dayNumber(now.getTime(), timeZone)
}

/** Whether a token lives until its last day is over, and not only to some hour of it. */
export function livesTheWholeDay(expiresAt: string, timeZone: string): boolean {
  const end = Date.parse(expiresAt)
  return dayNumber(end, timeZone) !== dayNumber(end - 1, timeZone)
}

/** Counts the days of the calendar in a time zone, however long each is. */
function dayNumber(time: number, timeZone: string): number {
  const parts = formatFor(timeZone).formatToParts(time)
  const of = (type: Intl.DateTimeFormatPartTypes) =>
    Number(parts.find((part) => part.type === type)?.value)
  return Date.UTC(of('year'), of('month') - 1, of('day')) / dayLength
}

function formatFor(timeZone: string): Intl.DateTimeFormat {
  const numeric = 'numeric' as const
  const format =
    formats.get(timeZone) ??
    new Intl.DateTimeFormat('en', { timeZone, year: numeric, month: numeric, day: numeric })
  formats.set(timeZone, format)
  return format
}
