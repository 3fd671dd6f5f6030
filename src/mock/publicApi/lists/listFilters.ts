import type { components } from '#src/api/generated/schema.ts'

/** Whether a value equals the filter's value. True if there is no filter. */
export function matchesFilter<Value>(value: Value, wanted: Value | undefined): boolean {
  return wanted === undefined || value === wanted
}

/** Whether a value is within the filter's bounds. A missing bound does not restrict. */
export function isWithin<Value extends number | string>(
  value: Value,
  from: Value | undefined,
  to: Value | undefined,
): boolean {
  return (from === undefined || value >= from) && (to === undefined || value <= to)
}

/** Returns the UTC date of a time. Date filters include the whole day. */
export function utcDate(time: components['schemas']['EdeskDateTime']): string {
  return time.replace(/ .*/, '')
}
