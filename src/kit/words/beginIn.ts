import type { BrowserContext } from '@playwright/test'

import type { Language } from '#src/locales/languages.ts'
import { languageItem } from '#src/shared/languageItem.ts'

import { setLanguage } from './wordsOf.ts'

/**
 * Lets the pages of a context begin in a language, whatever the browser prefers. Their page objects expect it.
 *
 * @param language English if the test has chosen none. Then a person who has chosen another one sees that.
 * @param origin the origin of the demo. Pages of other applications stay as they are.
 */
export async function beginIn(
  context: BrowserContext,
  language: Language | undefined,
  origin: string,
): Promise<void> {
  setLanguage(context, language ?? 'en')
  const settings = { language: language ?? 'en', isChosen: language !== undefined, origin }
  await context.addInitScript(storeLanguage, { ...settings, item: languageItem })
}

/** Runs in each page. What the page has stored itself stays: a user may have chosen another language. */
function storeLanguage({
  language,
  isChosen,
  origin,
  item,
}: {
  language: Language
  isChosen: boolean
  origin: string
  item: string
}): void {
  try {
    if (location.origin !== origin || localStorage.getItem(item) !== null) return
    localStorage.setItem(item, language)
    if (isChosen) sessionStorage.setItem(item, language)
  } catch {
    // The browser blocks the storages.
  }
}
