import { type CalendarDate, fromAbsolute, toCalendarDate } from '@internationalized/date'

/** Now, and where: a day is the business's day. */
export interface Here {
  now: Date
  timeZone: string
}

/** The last day of a token's life. */
export function lastDay(expiresAt: string, timeZone: string): CalendarDate {
  return dayOf(new Date(Date.parse(expiresAt) - 1), timeZone)
}

/** How many days after today a token's last day is: 1 for tomorrow, less than none where it is past. */
export function daysLeft(expiresAt: string, { now, timeZone }: Here): number {
  return lastDay(expiresAt, timeZone).compare(dayOf(now, timeZone))
}

/** The day that it is at a time, in a time zone. */
export function dayOf(time: Date, timeZone: string): CalendarDate {
  return toCalendarDate(fromAbsolute(time.getTime(), timeZone))
}
