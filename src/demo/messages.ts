import { createI18n } from 'vue-i18n'

import en from '#src/locales/en/demo.json'
import { missingMessage } from '#src/locales/missingMessage.ts'

const options = {
  legacy: false as const,
  locale: 'en' as const,
  messages: { en },
  missing: missingMessage,
}

/** Translates the demo's own messages, which load with the demo and never with the product. */
export const { t } = createI18n<{ message: typeof en }, 'en', false>(options).global
