import { computed, type ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'

import { businessTimeZone } from '../lib/businessTime.ts'

/** How dates are written: in the current language, and in the business's time zone. */
export function useDateStyle(): ComputedRef<{ locale: string; timeZone: string }> {
  const { locale } = useI18n()
  return computed(() => ({ locale: locale.value, timeZone: businessTimeZone.value }))
}
