/** Formats a time as eDesk's API does: "YYYY-MM-DD HH:MM:SS", in UTC. */
export function toEdeskTime(time: Date): string {
  return time.toISOString().slice(0, 19).replace('T', ' ')
}

/** Converts a time of eDesk's API to ISO 8601. */
export function toIsoTime(edeskTime: string): string {
  return `${edeskTime.replace(' ', 'T')}.000Z`
}

/** Whether a text is a valid time in eDesk's format. The 30th of February is not. */
export function isEdeskTime(text: string): boolean {
  // `Date` also accepts years with a sign and six digits.
  if (!/^\d/.test(text)) return false
  const time = new Date(`${text.replace(' ', 'T')}Z`)
  return !Number.isNaN(time.getTime()) && toEdeskTime(time) === text
}
