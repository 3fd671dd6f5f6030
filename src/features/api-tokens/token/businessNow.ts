import { computed } from 'vue'

import type { BusinessNow } from '#src/ui/lib/businessDays.ts'
import { businessTimeZone } from '#src/ui/lib/businessTime.ts'
import { now } from '#src/ui/lib/clock.ts'

/**
 * The service's current time and the business's time zone. Everything that counts the days of a token uses it. It updates by
 * itself as time passes.
 */
export const businessNow = computed<BusinessNow>(() => ({
  now: now.value,
  timeZone: businessTimeZone.value,
}))
