import { decodeUtf8 } from '../../server/http/bodyBytes.ts'

/** Names of characters that come into a key by mistake: from a file, a script or a text. */
const names: Readonly<Record<string, string>> = {
  '\u0000': 'a NUL',
  '\t': 'a tab',
  '\n': 'a line feed',
  '\r': 'a carriage return',
  ' ': 'a space',
  '"': 'a quotation mark',
  "'": 'an apostrophe',
  ',': 'a comma',
  '`': 'a backtick',
  '<': 'an angle bracket',
  '>': 'an angle bracket',
  '\u00a0': 'a no-break space',
  '\u200b': 'a zero-width space',
  '\u2018': 'a quotation mark',
  '\u2019': 'a quotation mark',
  '\u201c': 'a quotation mark',
  '\u201d': 'a quotation mark',
  '\ufeff': 'a byte order mark',
}

/** A character that no key has (RFC 6750, section 2.1), and where it is. */
export interface WrongCharacter {
  character: string
  /** A sentence that names the character and its position, and nothing else of the key. */
  detail: string
}

/**
 * Finds the first character in the key of an `Authorization` header that no key has.
 *
 * @param value the header, each character a byte, as HTTP libraries return it.
 * @returns undefined if the characters are right, or the header has no key.
 */
export function findWrongCharacter(value: string): WrongCharacter | undefined {
  const header = decodeHeader(value)
  const key = /^Bearer +(?! )([^]+)/i.exec(header)?.[1]
  const text = key ?? /^["'`\u2018\u2019\u201c\u201d]/.exec(header)?.[0] ?? ''
  const [, before = '', character] = /^([\w.~+/=-]*)([^\w.~+/=-])/u.exec(text) ?? []
  if (character === undefined) return undefined
  const number = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
  const name = names[character] ?? 'a character that keys do not have'
  const place = key === undefined ? 'header' : 'key'
  return {
    character,
    detail: `Position ${before.length + 1} of the ${place} is ${name} (${number}).`,
  }
}

function decodeHeader(value: string): string {
  const isAscii = !/[^\0-\x7f]/.test(value)
  if (isAscii || /[^\0-\xff]/.test(value)) return value
  return decodeUtf8(Uint8Array.from(value, (byte) => byte.charCodeAt(0))) ?? value
}
