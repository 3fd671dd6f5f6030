import { watch } from 'vue'

import en from '#src/locales/en/tour.json'
import { addMessages, i18n } from '#src/locales/i18n.ts'

// The tour's messages load with the tour, and never with the product.
addMessages(en)

/** The messages in the other languages. */
const files = import.meta.glob<object>(
  ['../../locales/*/tour.json', '!../../locales/en/tour.json'],
  {
    import: 'default',
  },
)

/** Translates the messages of the tour and of the product. The tour finds elements by the product's messages. */
export const { t } = i18n.global

watch(
  i18n.global.locale,
  async (language) => {
    const messages = await files[`../../locales/${language}/tour.json`]?.().catch(() => undefined)
    if (messages) i18n.global.mergeLocaleMessage(language, messages)
  },
  { immediate: true },
)
