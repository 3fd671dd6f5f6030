import { isCalendarDay } from '#src/shared/businessDay.ts'

/** A range of days as the user enters it (YYYY-MM-DD). An empty day is open. */
export interface DayRange {
  from: string
  to: string
}

export type DayError = 'early' | 'future' | 'after' | 'before'

/** While a year is typed, a date field holds the years 0002, 0020 and 0202 before 2026. */
export const firstYear = 2000

/**
 * Returns what is wrong with each day of a range. A day after today has no entries, and nor has a range that ends before it
 * begins.
 *
 * @param changed the day that the user has changed last. If the range is reversed, the error is about this one.
 * @param today the business's.
 */
export function dayRangeErrors(
  { from, to }: DayRange,
  changed: keyof DayRange,
  today: string,
): Partial<Record<keyof DayRange, DayError>> {
  if (isEarly(from)) return { from: 'early' }
  if (isEarly(to)) return { to: 'early' }
  if (from > today) return { from: 'future' }
  if (from === '' || to === '' || from <= to) return {}
  return changed === 'from' ? { from: 'after' } : { to: 'before' }
}

function isEarly(day: string): boolean {
  return day !== '' && (!isCalendarDay(day) || Number(day.slice(0, 4)) < firstYear)
}
