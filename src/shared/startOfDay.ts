import { parseDate, toZoned } from '@internationalized/date'

/**
 * Returns the first moment of a calendar day in a time zone: midnight, or the first moment after it if the clocks skip midnight.
 *
 * @param day YYYY-MM-DD.
 * @param timeZone an IANA name that the engine knows.
 */
export function startOfDay(day: string, timeZone: string): Date {
  return toZoned(parseDate(day), timeZone).toDate()
}

/** Returns the first moment after a calendar day in a time zone. */
export function endOfDay(day: string, timeZone: string): Date {
  return toZoned(parseDate(day).add({ days: 1 }), timeZone).toDate()
}
