import { computed } from 'vue'

import type { Here } from '#src/ui/businessDays.ts'
import { businessTimeZone } from '#src/ui/businessTime.ts'
import { now } from '#src/ui/clock.ts'

/**
 * The service's current time and the business's time zone. Everything that counts the days of a token uses it. It updates by
 * itself as time passes.
 */
export const here = computed<Here>(() => ({ now: now.value, timeZone: businessTimeZone.value }))
