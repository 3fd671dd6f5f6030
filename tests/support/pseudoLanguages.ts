/**
 * Languages that nobody speaks, made from the English messages: `en-XA` has accents and is about 40 % longer, and `ar-XB` runs from
 * right to left. A text without accents is not translated, and a text without a bracket at its end is cut off.
 */
export const pseudoLanguages = ['en-XA', 'ar-XB'] as const
export type PseudoLanguage = (typeof pseudoLanguages)[number]

const plain = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'
const accented = Array.from('ȧƀƈḓḗƒɠħīĵķŀḿƞǿƥɋřşŧŭṽẇẋẏẑȦƁƇḒḖƑƓĦĪĴĶĿḾȠǾƤɊŘŞŦŬṼẆẊẎẐ')
const accents = new Map(Array.from(plain, (letter, index) => [letter, accented[index] ?? letter]))

/** Matches a text of `en-XA`, whole or in part. */
export const accentedText = new RegExp(`[${accented.join('')}[\\]]`, 'u')

/** Returns a message in a pseudo language. Its placeholders, escaped signs and plural forms stay. */
export function pseudoMessage(message: string, language: PseudoLanguage): string {
  return message
    .split(' | ')
    .map((form) => (language === 'en-XA' ? withAccents(form) : mirrored(form)))
    .join(' | ')
}

function withAccents(form: string): string {
  if (form.trim() === '') return form
  return `[${changeTexts(form, (text) =>
    // Doubled vowels make it longer.
    Array.from(text, (letter) => {
      const other = accents.get(letter) ?? letter
      return /[aeiou]/.test(letter) ? other + other : other
    }).join(''),
  )}]`
}

/** A right-to-left mark around each text decides the direction of a paragraph. The override mirrors its letters. */
function mirrored(form: string): string {
  return changeTexts(form, (text) =>
    text.trim() === '' ? text : `\u200f\u202e${text}\u202c\u200f`,
  )
}

/** Placeholders, escaped signs, and names that no language translates. */
const fixedParts = /(\{[^}]*\}|\beDesk\b|\bShipFast\b)/

/** Changes the other parts of a message. */
function changeTexts(form: string, change: (text: string) => string): string {
  return form
    .split(fixedParts)
    .map((part) => (fixedParts.test(part) ? part : change(part)))
    .join('')
}
