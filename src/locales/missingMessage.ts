/**
 * What vue-i18n calls for a key without a message. Another language falls back to English. Without an English message, throws during development and in tests, where a warning would go unnoticed.
 * Users see the last word of the key instead: a newer service may send a value that this version has no words for, and the
 * rest of the page must keep working.
 *
 * @throws Error in development and in tests.
 */
export function missingMessage(locale: string, key: string): string | undefined {
  if (locale !== 'en') return undefined
  if (import.meta.env.DEV) {
    throw new Error(
      `No message for "${key}" in src/locales/en. Does the module import its locale file?`,
    )
  }
  return key.slice(key.lastIndexOf('.') + 1).replaceAll('_', ' ')
}
