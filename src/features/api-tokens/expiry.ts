import {
  type CalendarDate,
  fromAbsolute,
  parseDate,
  toCalendarDate,
  toZoned,
} from '@internationalized/date'

import type { Here } from '#src/ui/businessDays.ts'

/** What the form offers, in its order: days from today, a day of one's own choice, or none. */
export const expiryPeriods = ['7', '30', '60', '90', '365', 'date', 'never'] as const
export type ExpiryPeriod = (typeof expiryPeriods)[number]

/** How long a token is to live, as a person chooses it. */
export interface WantedExpiry {
  period: ExpiryPeriod
  /** For the period `date`: its last day, as `<input type="date">` gives it, empty while there is none. */
  date: string
}

/** What nobody has to touch: eDesk's own 90 days. */
export const defaultExpiry: Readonly<WantedExpiry> = { period: '90', date: '' }

export type DayFault = 'no-date' | 'no-such-date' | 'in-the-past' | 'too-far'

/** The days to choose from, the first and the last, as `<input type="date">` writes them. */
export interface DayRange {
  first: string
  last: string
}

type Read<Value> = { ok: true; value: Value } | { ok: false; fault: DayFault }

/** As the service counts (contract: `NewToken.expiresAt`). */
const furthestYears = 10

/**
 * When a token of this life is to be refused from: a token lives until its last day is over in the business's time zone.
 *
 * @returns a time of RFC 3339, or null for never.
 */
export function expiresAtOf(wanted: WantedExpiry, here: Here): Read<string | null> {
  if (wanted.period === 'never') return { ok: true, value: null }
  if (wanted.period === 'date') return endOfChosenDay(wanted.date, daysFor(here), here.timeZone)
  const last = dayOf(here.now, here.timeZone).add({ days: Number(wanted.period) })
  return { ok: true, value: endOf(last, here.timeZone).toISOString() }
}

/** The end of a day that was typed, if it is one of those to choose from. */
export function endOfChosenDay(text: string, range: DayRange, timeZone: string): Read<string> {
  const fault = dayFault(text, range)
  if (fault) return { ok: false, fault }
  return { ok: true, value: endOf(parseDate(text), timeZone).toISOString() }
}

/** Today and all days whose end is within what the service takes. */
export function daysFor({ now, timeZone }: Here): DayRange {
  const limit = new Date(now)
  limit.setUTCFullYear(limit.getUTCFullYear() + furthestYears)
  return {
    first: dayOf(now, timeZone).toString(),
    last: dayOf(limit, timeZone).subtract({ days: 1 }).toString(),
  }
}

/** The days on which a token can expire sooner than it does. Undefined where there is none: it expires today as it is. */
export function soonerDaysFor(expiresAt: string | null, here: Here): DayRange | undefined {
  const all = daysFor(here)
  if (expiresAt === null) return all
  const lastDay = dayOf(new Date(Date.parse(expiresAt) - 1), here.timeZone)
  const before = lastDay.subtract({ days: 1 }).toString()
  const last = before < all.last ? before : all.last
  return last < all.first ? undefined : { first: all.first, last }
}

function dayFault(text: string, { first, last }: DayRange): DayFault | undefined {
  if (text === '') return 'no-date'
  // Browsers let people type years of six digits.
  if (/^\d{5,6}-/.test(text)) return 'too-far'
  if (!isDay(text)) return 'no-such-date'
  if (text < first) return 'in-the-past'
  return text > last ? 'too-far' : undefined
}

function isDay(text: string): boolean {
  try {
    return parseDate(text).toString() === text
  } catch {
    return false
  }
}

/** The start of the next day: at midnight, or where clocks skip midnight, at the first moment after it. */
function endOf(day: CalendarDate, timeZone: string): Date {
  return toZoned(day.add({ days: 1 }), timeZone).toDate()
}

/** The day that it is at a time, in a time zone. */
function dayOf(time: Date, timeZone: string): CalendarDate {
  return toCalendarDate(fromAbsolute(time.getTime(), timeZone))
}
