import { keyLength, keyPrefix, minKeyPartLength, minPartLength } from './keyFormat.ts'

/** Base64 and hexadecimal digits are decoded if they are long enough for the shortest part of a key that counts. */
const minEncodedLength = 28
const minHexLength = 2 * minPartLength

/** A part of a text that may contain a key: from `start` to before `end`, and what it means. */
interface DecodedPart {
  start: number
  end: number
  decoded: string
}

/**
 * Finds Base64, with any alphabet and any padding, and hexadecimal digits, and decodes what may contain a key.
 *
 * @param text a text without line ends in its Base64.
 */
export function* encodedRuns(text: string): Generator<DecodedPart> {
  for (const { start, end } of runsOf(base64Digits, text, minEncodedLength)) {
    const run = text.slice(start, end)
    // The parts of UUIDs and hashes are not Base64.
    const base64 = /^[0-9a-f-]*$/i.test(run) ? [] : decodeBase64(run)
    const decoded = [...base64, ...decodeHex(run)].flatMap(readableParts).join('\n')
    if (decoded !== '') yield { start, end, decoded }
  }
}

/**
 * Finds the bytes of a key as a list of numbers, and decodes them.
 *
 * @param text a text with its line ends, which may be all that separates two numbers.
 */
export function* byteListsIn(text: string): Generator<DecodedPart> {
  for (const [pattern, radix] of byteLists) {
    for (const match of text.matchAll(pattern)) {
      const start = match.index
      // The prefix of a key, and the group with the rest.
      const list = match.join('')
      const numbers = list.matchAll(/(?:0x)?[0-9a-f]+/gi)
      const bytes = Array.from(numbers, ([number]) => Number.parseInt(number, radix) & 0xff)
      yield { start, end: start + list.length, decoded: String.fromCharCode(...bytes) }
    }
  }
}

/** Lists in decimal, such as a Buffer in JSON, and in hexadecimal, such as `65:64` and `0x65, 0x64`. */
const byteLists: readonly [pattern: RegExp, radix: number][] = [
  [byteList((code) => String(code), '\\d{1,3}'), 10],
  [byteList((code) => `(?:0x)?${code.toString(16)}`, '(?:0x)?[0-9a-f]{2}'), 16],
]

/** Returns a pattern for the prefix of a key and, in a group, the rest. The rest may contain the prefix of the next key. */
function byteList(write: (code: number) => string, anyByte: string): RegExp {
  const separator = '[^0-9A-Za-z]{1,100}'
  const prefix = Array.from(keyPrefix, (character) => write(character.charCodeAt(0)))
  const count = `{${minKeyPartLength},${keyLength - keyPrefix.length}}`
  return new RegExp(`${prefix.join(separator)}(?=((?:${separator}${anyByte})${count}))`, 'gi')
}

/** Tells for each character up to U+00FF whether it belongs to a set: 1 or 0. */
type CharacterSet = Uint8Array

const base64Digits = setOf(/[0-9A-Za-z+/_-]/)
const hexDigits = setOf(/[0-9a-f]/i)
/** Null bytes belong to UTF-16. */
const readable = setOf(/[\0\t\n\r -~]/)

function setOf(character: RegExp): CharacterSet {
  return Uint8Array.from({ length: 256 }, (_, code) =>
    Number(character.test(String.fromCharCode(code))),
  )
}

/**
 * Finds the longest runs of a set's characters that have at least `length` of them. Looks at the last character of a possible run
 * first: if it is not in the set, no run contains it, and the characters before it need no look. A regular expression takes ten
 * times as long.
 */
function* runsOf(
  set: CharacterSet,
  text: string,
  length: number,
): Generator<{ start: number; end: number }> {
  let start = 0
  while (start + length <= text.length) {
    let outside = start + length - 1
    while (outside >= start && set[text.charCodeAt(outside)]) outside -= 1
    if (outside < start) {
      let end = start + length
      while (end < text.length && set[text.charCodeAt(end)]) end += 1
      yield { start, end }
      outside = end
    }
    start = outside + 1
  }
}

/** Decodes Base64 from each of its first four characters, because other text may precede it without a separator. */
function decodeBase64(run: string): string[] {
  const standard = run.replaceAll('-', '+').replaceAll('_', '/')
  return [0, 1, 2, 3].map((offset) => {
    const digits = standard.slice(offset)
    return atob(digits.length % 4 === 1 ? digits.slice(0, -1) : digits)
  })
}

/** Decodes all hexadecimal digits in a run, from each of the first two. */
function decodeHex(run: string): string[] {
  return Array.from(runsOf(hexDigits, run, minHexLength), ({ start, end }) => [
    bytesFromHex(run.slice(start, end)),
    bytesFromHex(run.slice(start + 1, end)),
  ]).flat()
}

function bytesFromHex(digits: string): string {
  const bytes = new Uint8Array(digits.length >> 1)
  for (let index = 0; index < bytes.length; index += 1) {
    const at = 2 * index
    bytes[index] = 16 * hexDigit(digits.charCodeAt(at)) + hexDigit(digits.charCodeAt(at + 1))
  }
  return new TextDecoder('latin1').decode(bytes)
}

/** Returns the value of a hexadecimal digit. */
function hexDigit(code: number): number {
  return code <= 0x39 ? code - 0x30 : (code | 0x20) - 0x57
}

/** Returns the parts of decoded bytes that are text. */
function readableParts(bytes: string): string[] {
  return Array.from(runsOf(readable, bytes, minPartLength), ({ start, end }) =>
    bytes.slice(start, end),
  )
}
