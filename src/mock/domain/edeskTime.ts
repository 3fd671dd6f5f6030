import { isCalendarDay } from '#src/shared/businessDay.ts'

/** Formats a time as eDesk's API does: "YYYY-MM-DD HH:MM:SS", in UTC. */
export function toEdeskTime(time: Date): string {
  return time.toISOString().slice(0, 19).replace('T', ' ')
}

/** Converts a time of eDesk's API to ISO 8601. */
export function toIsoTime(edeskTime: string): string {
  return `${edeskTime.replace(' ', 'T')}.000Z`
}

const timeFormat = /^(\d{4}-\d\d-\d\d) (?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d$/

/** Whether a text is a valid time in eDesk's format. The 30th of February is not. */
export function isEdeskTime(text: string): boolean {
  const day = timeFormat.exec(text)?.[1]
  return day !== undefined && isCalendarDay(day)
}
