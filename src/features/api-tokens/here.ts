import { computed } from 'vue'

import type { Here } from '#src/ui/businessDays.ts'
import { businessTimeZone } from '#src/ui/businessTime.ts'
import { now } from '#src/ui/clock.ts'

/** The service's time and the business's time zone, for whatever counts a token's days. Moves by itself. */
export const here = computed<Here>(() => ({ now: now.value, timeZone: businessTimeZone.value }))
