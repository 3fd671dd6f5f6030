import { languageNames, rightToLeft } from './languageList.ts'

export { languageNames }

export type Language = keyof typeof languageNames

/** The codes of the languages, in the order of the choice. The words of a language are the folder with its code. */
export const languages = Object.keys(languageNames) as readonly Language[]

/** Returns the direction in which a language is written. */
export function directionOf(language: Language): 'ltr' | 'rtl' {
  return rightToLeft.includes(language) ? 'rtl' : 'ltr'
}

/** Returns the language with this code; undefined if the application does not speak it. */
export function parseLanguage(code: string | null | undefined): Language | undefined {
  return languages.find((language) => language === code)
}

/**
 * Returns the first of the reader's languages that the application speaks; English if it speaks none.
 *
 * @param wanted language tags, the preferred one first, such as `navigator.languages`: `de-AT` is German.
 */
export function firstLanguage(wanted: readonly string[]): Language {
  const codes = wanted.map((tag) => tag.toLowerCase().split('-', 1)[0])
  return codes.map(parseLanguage).find((language) => language !== undefined) ?? 'en'
}
