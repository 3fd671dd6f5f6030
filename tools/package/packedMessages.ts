import type { Language } from '#src/locales/languages.ts'

/** The messages that page objects take names from, by file. */
const files = import.meta.glob<object>(
  ['../../src/locales/*/*.json', '!**/{demo,tour,help,reference,errors}.json'],
  { eager: true, import: 'default' },
)

/** Replaces `readMessages` of the kit in the package, which contains the messages. */
export function readMessages(language: Language): object {
  const ofLanguage = Object.entries(files).filter(([file]) => file.includes(`/${language}/`))
  return Object.assign({}, ...ofLanguage.map(([, messages]) => messages)) as object
}
