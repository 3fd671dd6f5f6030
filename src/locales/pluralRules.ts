import type { Language } from './languages.ts'

/** The plural categories of whole numbers, in the order of a message's forms. */
const categories: Readonly<Record<Exclude<Language, 'en'>, readonly Intl.LDMLPluralRule[]>> = {
  de: ['one', 'other'],
  fr: ['one', 'other'],
  es: ['one', 'other'],
  it: ['one', 'other'],
  pl: ['one', 'few', 'many'],
  ar: ['zero', 'one', 'two', 'few', 'many', 'other'],
  ja: ['other'],
}

/** Returns the categories of a language: the number of forms that its messages have. */
export function pluralCategories(language: Language): readonly Intl.LDMLPluralRule[] {
  return language === 'en' ? ['one', 'other'] : categories[language]
}

/**
 * Returns the function with which vue-i18n chooses among the forms of a message. A message with one form more than the language
 * has begins with the text for zero. English has vue-i18n's own rule, which is the same.
 */
function pluralRule(language: Language): (number: number, forms: number) => number {
  let rules: Intl.PluralRules | undefined
  const order = pluralCategories(language)
  return (number, forms) => {
    if (forms === 1) return 0
    const first = forms - order.length
    if (first > 0 && number === 0) return 0
    // Some languages have a category for millions that their messages do not distinguish.
    rules ??= new Intl.PluralRules(language)
    const position = order.indexOf(rules.select(Math.abs(number)))
    return first + (position === -1 ? order.length - 1 : position)
  }
}

/** The plural rules of all languages but English, for vue-i18n. */
export const pluralRules = Object.fromEntries(
  (Object.keys(categories) as Language[]).map((language) => [language, pluralRule(language)]),
)
