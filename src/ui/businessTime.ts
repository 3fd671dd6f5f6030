import { readonly, ref } from 'vue'

const zone = ref('UTC')

/** The time zone of the business that the person works for (IANA). Days begin and end by it, wherever the person is. */
export const businessTimeZone = readonly(zone)

/** Takes the zone from the session. One that this browser does not know is as good as none: then days are UTC's. */
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
