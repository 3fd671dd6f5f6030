import { createI18n } from 'vue-i18n'

import app from './en/app.json'
import session from './en/session.json'
import ui from './en/ui.json'

declare module 'vue-i18n' {
  export interface DefineLocaleMessage extends Record<string, unknown> {
    ui: (typeof ui)['ui']
  }
}

/**
 * The words of the product, those of its shell to begin with. One language so far; another one is another folder beside `en`.
 */
export const i18n = createI18n({
  legacy: false,
  locale: 'en',
  messages: { en: { ...ui, ...app, ...session } },
  // A key without words is a mistake that tests shall see, not a warning that scrolls by.
  missing: (_locale, key) => {
    throw new Error(
      `No words for "${key}" in src/locales/en: is its file imported where it is said?`,
    )
  },
})

/** Adds the words of one subject. Each module that says some imports them, so that they come with the first page that does. */
export function addWords(words: Record<string, unknown>): void {
  i18n.global.mergeLocaleMessage('en', words)
}
