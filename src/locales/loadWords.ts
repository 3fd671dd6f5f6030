import { markRaw } from 'vue'

import { i18n, type Words } from './i18n.ts'
import type { Language } from './languages.ts'

/** The words of the other languages, without those of the demo. The build makes one file of each language. */
const files = import.meta.glob<object>(
  ['./*/*.json', '!./en/*.json', '!./*/demo.json', '!./*/tour.json'],
  { import: 'default' },
)

/** Loads the words of a language, unless they are there. @throws an error if they do not load. */
export async function loadWords(language: Language): Promise<void> {
  if (i18n.global.availableLocales.includes(language)) return
  const own = Object.entries(files).filter(([path]) => path.startsWith(`./${language}/`))
  const words = await Promise.all(own.map(([, load]) => load()))
  i18n.global.setLocaleMessage(language, markRaw(Object.assign({}, ...words) as Words))
}
