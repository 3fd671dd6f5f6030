const asciiOnly = /^[ -~]*$/
const invisibleCharacters = /[\p{Default_Ignorable_Code_Point}\p{Cf}]/gu

/** Normalizes a text for comparison: ignores case and width (NFKC), removes invisible characters, and joins lines. */
export function foldText(text: string): string {
  // The same result as below, in a tenth of the time.
  if (asciiOnly.test(text)) return text.toLowerCase().replace(/ +/g, ' ').trim()
  return (
    text
      .normalize('NFKC')
      // Before the second `normalize` combines letters with the marks after them.
      .replace(invisibleCharacters, '')
      .toUpperCase()
      .toLowerCase()
      // Greek final sigma: the same letter is written differently inside a word.
      .replaceAll('ς', 'σ')
      .normalize('NFKC')
      .replace(/[\p{White_Space}\u2800]+/gu, ' ')
      .trim()
  )
}

/** Normalizes a text so that people find it: `withoutAccents`, and Arabic letters that people often write for each other are one. */
export function plainText(text: string): string {
  return withoutAccents(text).replace(/[ٱىة]/g, (letter) => String(arabicLetters[letter]))
}

/** Alef is also written without its marks, ya and ta marbuta without their dots. Unicode decomposes أ, إ, آ, ؤ and ئ. */
const arabicLetters: Readonly<Record<string, string>> = { ٱ: 'ا', ى: 'ي', ة: 'ه' }

/**
 * Removes differences that are not of letters: like `foldText`, and "Łódź" becomes "lodz". Quotes and dashes become those of a
 * keyboard, digits of every script become 0 to 9, and katakana becomes hiragana.
 */
export function withoutAccents(text: string): string {
  const folded = foldText(text)
  if (asciiOnly.test(folded)) return folded
  return folded
    .normalize('NFD')
    .replace(accents, '')
    .replace(replaced, (character) => String(replacements[character]))
    .replace(/(?=\p{Nd})[^0-9]/gu, asciiDigit)
    .replace(/[ァ-ヶヽ]/g, toHiragana)
    .normalize('NFC')
}

/** Accents of Latin, Greek, Cyrillic, Hebrew and Arabic. In Indic scripts and kana, marks are letters and stay. */
const accents = /(?=\p{Mn})[\u0300-\u06ff\u1ab0-\u1dff\u20d0-\u20ff]/gu

/** What Unicode does not decompose. Each key has the same replacement for all of its characters. */
const alike: Readonly<Record<string, string>> = {
  a: 'ⱥ',
  ae: 'æ',
  b: 'ƀɓ',
  c: 'ȼƈ',
  d: 'đðɖɗ',
  e: 'ɇəɛ',
  f: 'ƒ',
  g: 'ǥɠ',
  h: 'ħ',
  i: 'ıɨ',
  j: 'ɉ',
  k: 'ĸƙ',
  l: 'łƚ',
  n: 'ŋɲ',
  o: 'øɔɵ',
  oe: 'œ',
  p: 'ᵽƥ',
  r: 'ɍ',
  ss: 'ß',
  t: 'ŧⱦƭ',
  th: 'þ',
  u: 'ʉ',
  x: '×',
  y: 'ɏƴ',
  z: 'ƶ',
  "'": '‘’‚‛′ʼʻʹ´ˋ`',
  '"': '“”„‟″«»',
  '-': '‐‑‒–—―−',
  // Lengthens a word in Arabic.
  '': 'ـ',
}
const replacements: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(alike).flatMap(([plain, characters]) =>
    Array.from(characters, (character) => [character, plain]),
  ),
)
const replaced = new RegExp(`[${Object.keys(replacements).join('')}]`, 'gu')

/** Returns the value of a decimal digit. In every script, the ten digits follow each other in Unicode. */
function asciiDigit(digit: string): string {
  const code = Number(digit.codePointAt(0))
  let zero = code
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1
  return String(code - zero)
}

function toHiragana(katakana: string): string {
  return String.fromCharCode(katakana.charCodeAt(0) - 0x60)
}

/** Returns the words of a search text, normalized by `plainText`. */
export function searchWords(search: string): string[] {
  return plainText(search)
    .split(' ')
    .filter((word) => word !== '')
}
