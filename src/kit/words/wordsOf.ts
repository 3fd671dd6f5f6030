import type { BrowserContext, Page } from '@playwright/test'

import type { Language } from '#src/locales/languages.ts'

import { Words } from './words.ts'

/** The languages that tests have chosen, for a context or a single page. */
const chosen = new WeakMap<BrowserContext | Page, Language>()
const known = new Map<Language, Words>()

/** Remembers the language of a page, or of all pages of a context. */
export function setLanguage(place: BrowserContext | Page, language: Language): void {
  chosen.set(place, language)
}

/** Returns the words of a page in the language that the test has chosen for it. */
export function wordsOf(page: Page): Words {
  return wordsIn(chosen.get(page) ?? chosen.get(page.context()) ?? 'en')
}

/** Returns the words of a language. */
export function wordsIn(language: Language): Words {
  const words = known.get(language) ?? new Words(language)
  known.set(language, words)
  return words
}
