import { markRaw } from 'vue'

import { i18n, type Words } from './i18n.ts'
import type { Language } from './languages.ts'

/** The messages of the other languages, by file. The build makes one file of each language. */
const modules = import.meta.glob<Readonly<Record<string, object>>>('./*/words.ts', {
  import: 'default',
})

/** Loads the words of a language, unless they are there. @throws an error if they do not load. */
export async function loadWords(language: Language): Promise<void> {
  if (i18n.global.availableLocales.includes(language)) return
  const messages = (await modules[`./${language}/words.ts`]?.()) ?? {}
  const words = Object.assign({}, ...Object.values(messages)) as Words
  i18n.global.setLocaleMessage(language, markRaw(words))
}
