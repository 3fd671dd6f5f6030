import { type Language, languages } from './languages.ts'

/** All plural categories, in the order of a message's forms. */
const categories = ['zero', 'one', 'two', 'few', 'many', 'other'] as const

/** Some languages have categories for fractions and millions, which their messages do not distinguish. */
const numbers = Array.from({ length: 200 }, (_, number) => number)

/** Returns the categories of whole numbers in a language: the number of forms that its messages have. */
export function pluralCategories(language: Language): Intl.LDMLPluralRule[] {
  const rules = new Intl.PluralRules(language)
  const used = new Set(numbers.map((number) => rules.select(number)))
  return categories.filter((category) => used.has(category))
}

/**
 * Returns the function with which vue-i18n chooses among the forms of a message. A message with one form more than the language
 * has begins with the text for zero. English has vue-i18n's own rule, which is the same.
 */
function pluralRule(language: Language): (number: number, forms: number) => number {
  let rules: Intl.PluralRules | undefined
  let order: Intl.LDMLPluralRule[] = []
  return (number, forms) => {
    if (forms === 1) return 0
    if (!rules) {
      rules = new Intl.PluralRules(language)
      order = pluralCategories(language)
    }
    const first = forms - order.length
    if (first > 0 && number === 0) return 0
    const position = order.indexOf(rules.select(Math.abs(number)))
    return first + (position === -1 ? order.length - 1 : position)
  }
}

/** The plural rules of all languages but English, for vue-i18n. */
export const pluralRules = Object.fromEntries(
  languages
    .filter((language) => language !== 'en')
    .map((language) => [language, pluralRule(language)]),
)
