import { endOfDay, startOfDay } from '#src/shared/startOfDay.ts'

/** The first and the last moment of a range; undefined where it is open. */
export interface TimeRange {
  from: string | undefined
  to: string | undefined
}

/**
 * Returns the times between the start of one day and the end of another, as activity stores its times.
 *
 * @param days YYYY-MM-DD, both inclusive.
 * @param timeZone the business's.
 */
export function timesOfDays(
  { from, to }: { from?: string | undefined; to?: string | undefined },
  timeZone: string,
): TimeRange {
  return {
    from: from === undefined ? undefined : startOfDay(from, timeZone).toISOString(),
    // Times have milliseconds.
    to: to === undefined ? undefined : new Date(endOfDay(to, timeZone).getTime() - 1).toISOString(),
  }
}
