import { computed, readonly, ref } from 'vue'

import type { BusinessNow } from '#src/shared/businessDay.ts'

import { now } from './clock.ts'

const zone = ref('UTC')

/** The IANA time zone of the user's business. It decides when a day begins and ends, wherever the user is. */
export const businessTimeZone = readonly(zone)

/** The service's current time and the business's time zone, for everything that counts days. It updates as time passes. */
export const businessNow = computed<BusinessNow>(() => ({
  now: now.value,
  timeZone: businessTimeZone.value,
}))

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
