import { readonly, ref } from 'vue'

const zone = ref('UTC')

/** The IANA time zone of the user's business. It decides when a day begins and ends, wherever the user is. */
export const businessTimeZone = readonly(zone)

/** Sets the time zone that the session names. Falls back to UTC when the browser does not know the zone. */
export function setBusinessTimeZone(timeZone: string): void {
  zone.value = isKnown(timeZone) ? timeZone : 'UTC'
}

function isKnown(timeZone: string): boolean {
  try {
    return !!new Intl.DateTimeFormat('en', { timeZone })
  } catch {
    return false
  }
}
