import { withoutAccents } from '#src/shared/foldText.ts'

/** The order of ASCII punctuation in the Unicode Collation Algorithm (CLDR root). */
const punctuation = `_-,;:!?.'"()[]{}@*/\\&#%\`^+<=>|~$`

/**
 * Returns a text that sorts, code unit by code unit, as people expect of the name: accents and case do not matter, numbers sort
 * by value, and spaces come before punctuation, digits and letters. Every engine and every index gives the same order, which
 * `Intl.Collator` does not promise.
 *
 * Different names can have the same text. Sort these by `nameKey`.
 */
export function nameOrder(name: string): string {
  return withoutAccents(name).replace(/\d+|[^\p{L}\p{M}\p{N} ]/gu, (part) => {
    if (/\d/.test(part)) return numberOrder(part)
    const position = punctuation.indexOf(part)
    return position < 0 ? `"${part}` : `!${String.fromCharCode(0x21 + position)}`
  })
}

/** Puts the number of digits first, so that longer numbers come after shorter ones. */
function numberOrder(digits: string): string {
  const value = digits.replace(/^0+(?=\d)/, '')
  return `0${String(value.length).padStart(3, '0')}${value}`
}
