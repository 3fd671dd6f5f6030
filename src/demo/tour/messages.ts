import { shallowRef, watch } from 'vue'

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

type Translate = (...parameters: Parameters<typeof i18n.global.t>) => string

const createTranslate =
  (): Translate =>
  (...parameters) =>
    i18n.global.t(...parameters)
/** Another function after messages were added, because vue-i18n does not render anything again then. */
const translate = shallowRef(createTranslate())

/** Translates the messages of the tour and of the product. The tour finds elements by the product's messages. */
export const t = ((...parameters) =>
  translate.value(...parameters)) as Translate as typeof i18n.global.t

/** Loads the tour's messages in a language. If they do not load, the tour is in English. */
async function load(language: string): Promise<void> {
  const messages = await files[`../../locales/${language}/tour.json`]?.().catch(() => undefined)
  if (!messages) return
  i18n.global.mergeLocaleMessage(language, messages)
  translate.value = createTranslate()
}

/** Resolves when the tour has the messages for the language of the page. */
export const firstMessages = load(i18n.global.locale.value)

watch(i18n.global.locale, load)
