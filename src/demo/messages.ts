import { markRaw, watch } from 'vue'
import { createI18n } from 'vue-i18n'

import en from '#src/locales/en/demo.json'
import { i18n } from '#src/locales/i18n.ts'
import { missingMessage } from '#src/locales/missingMessage.ts'
import { pluralRules } from '#src/locales/pluralRules.ts'

type Messages = typeof en

/** The messages in the other languages. */
const files = import.meta.glob<Messages>(['../locales/*/demo.json', '!../locales/en/demo.json'], {
  import: 'default',
})

const options = {
  legacy: false as const,
  locale: 'en',
  fallbackLocale: 'en',
  fallbackWarn: false,
  pluralRules,
  messages: { en },
  missing: missingMessage,
}

/** The messages of the demo. */
export const demoI18n = createI18n<{ message: Messages }, string, false>(options)

/** Translates the demo's own messages, which load with the demo and never with the product, into the language of the page. */
export const { t } = demoI18n.global

async function follow(language: string): Promise<void> {
  if (!demoI18n.global.availableLocales.includes(language)) {
    const messages = await files[`../locales/${language}/demo.json`]?.()
    if (messages) demoI18n.global.setLocaleMessage<Messages>(language, markRaw(messages))
  }
  if (i18n.global.locale.value === language) demoI18n.global.locale.value = language
}

// If the messages of a language do not load, the demo stays in the language before.
watch(i18n.global.locale, (language) => void follow(language).catch(() => undefined), {
  immediate: true,
})
