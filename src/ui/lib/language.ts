import { requestInLanguage } from '#src/api/requestLanguage.ts'
import { i18n } from '#src/locales/i18n.ts'
import { directionOf, firstLanguage, type Language, parseLanguage } from '#src/locales/languages.ts'
import { loadWords } from '#src/locales/loadWords.ts'
import { readItem, writeItem } from '#src/shared/browserStorage.ts'
import { languageItem } from '#src/shared/languageItem.ts'

/** The language that a demo link has chosen for this tab, also after a reload, until the user or another link chooses one. */
let languageOfLink: Language | undefined
/** The language that was asked for last. Its words may still be loading. */
let wanted: Language = 'en'

/**
 * Returns the language to begin with: that of the link, the last one in this browser, or the first of the reader's languages.
 *
 * @param link the language that a demo link names; null if it names none, so that the one of an earlier link ends. Undefined if the
 *   page was opened without a demo link.
 */
export function initialLanguage(link: Language | null | undefined): Language {
  if (link !== undefined) writeItem('sessionStorage', languageItem, link)
  languageOfLink = link ?? parseLanguage(readItem('sessionStorage', languageItem))
  const chosen = parseLanguage(readItem('localStorage', languageItem))
  return languageOfLink ?? chosen ?? firstLanguage(navigator.languages)
}

/**
 * Loads the words of a language, and shows all parts of the page in it at once. What the user has typed stays.
 *
 * @throws an error if the words do not load. The page stays as it is.
 */
export async function showLanguage(language: Language): Promise<void> {
  wanted = language
  await loadWords(language)
  // The user may have chosen another one meanwhile.
  if (wanted !== language) return
  requestInLanguage(language)
  i18n.global.locale.value = language
  document.documentElement.lang = language
  document.documentElement.dir = directionOf(language)
}

/**
 * Shows the language that the user has chosen on any device, unless a demo link has chosen another one for this tab.
 *
 * @throws an error if its words do not load.
 */
export async function showLanguageOfUser(language: Language | undefined): Promise<void> {
  if (!language || languageOfLink) return
  await showLanguage(language)
  // The next page begins with it, so that no other language is shown until the session is there.
  writeItem('localStorage', languageItem, language)
}

/** Shows the language that the user has chosen, and begins with it next time. @throws an error if its words do not load. */
export async function chooseLanguage(language: Language): Promise<void> {
  await showLanguage(language)
  languageOfLink = undefined
  writeItem('sessionStorage', languageItem, null)
  writeItem('localStorage', languageItem, language)
}
