/** A time as eDesk's API writes it: "YYYY-MM-DD HH:MM:SS", in UTC. */
export function toEdeskTime(time: Date): string {
  return time.toISOString().slice(0, 19).replace('T', ' ')
}

/** The same time in ISO 8601, for those who read eDesk's. */
export function toIsoTime(edeskTime: string): string {
  return `${edeskTime.replace(' ', 'T')}.000Z`
}

/** Whether a text is a time that exists, in eDesk's form: the 30th of February is none. */
export function isEdeskTime(text: string): boolean {
  // Years with a sign are written in six digits.
  if (!/^\d/.test(text)) return false
  const time = new Date(`${text.replace(' ', 'T')}Z`)
  return !Number.isNaN(time.getTime()) && toEdeskTime(time) === text
}

/** Whether a text is a day that exists, as YYYY-MM-DD. */
export function isDay(text: string): boolean {
  return isEdeskTime(`${text} 00:00:00`)
}
