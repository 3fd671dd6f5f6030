import { markRaw } from 'vue'
import { createI18n } from 'vue-i18n'

import app from './en/app.json'
import errors from './en/errors.json'
import ui from './en/ui.json'
import { missingMessage } from './missingMessage.ts'
import { pluralRules } from './pluralRules.ts'

declare module 'vue-i18n' {
  export interface DefineLocaleMessage extends Record<string, unknown> {
    ui: (typeof ui)['ui']
  }
}

const shell = { ...ui, ...errors, ...app }

const options = {
  legacy: false as const,
  locale: 'en',
  fallbackLocale: 'en',
  fallbackWarn: false,
  pluralRules,
  // Messages never change. To copy them, and to read them through a reactive proxy, takes long.
  messages: { en: markRaw(shell) },
  missing: missingMessage,
}

/** The i18n instance, at first with the messages of the shell only. To add a language: CONTRIBUTING.md. */
export const i18n = createI18n<{ message: typeof shell }, string, false>(options)

// A time that ends in "a.m." can end a sentence, which then has one stop.
i18n.global.setPostTranslationHandler((text) =>
  typeof text === 'string' && text.includes('m..')
    ? text.replace(/([ap]\.\s?m\.)\./gi, '$1')
    : text,
)

/** The words of a language. */
export type Words = typeof shell

/**
 * Adds the messages of one locale file. Pages and lazily loaded components import them, so that they load with the page. Each file
 * has its own top-level keys.
 */
export function addMessages(messages: Record<string, unknown>): void {
  const known = i18n.global.getLocaleMessage('en')
  i18n.global.setLocaleMessage('en', markRaw({ ...known, ...messages }))
}
