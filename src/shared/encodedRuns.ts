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
  for (const { 0: run, index: start } of text.matchAll(runs)) {
    // The parts of UUIDs and hashes are not Base64.
    const base64 = /^[0-9a-f-]*$/i.test(run) ? [] : decodeBase64(run)
    const decoded = [...base64, ...decodeHex(run)].flatMap(readableParts).join('\n')
    if (decoded !== '') yield { start, end: start + run.length, decoded }
  }
}

/**
 * Finds the bytes of a key as a list of numbers, and decodes them.
 *
 * @param text a text with its line ends, which may be all that separates two numbers.
 */
export function* byteListsIn(text: string): Generator<DecodedPart> {
  for (const [pattern, radix] of byteLists) {
    for (const { 0: prefix, 1: rest = '', index: start } of text.matchAll(pattern)) {
      const list = prefix + rest
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

const runs = longRunsOf('0-9A-Za-z+/_-', minEncodedLength, 'g')
const hexDigits = longRunsOf('0-9a-f', minHexLength, 'gi')
const readable = longRunsOf('\\0\\t\\n\\r -~', minPartLength, 'g')

/** Returns a pattern for runs of at least `length` characters. A short run is not tried again from each of its characters. */
function longRunsOf(characters: string, length: number, flags: string): RegExp {
  return new RegExp(`(?<![${characters}])[${characters}]{${length},}`, flags)
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
  return Array.from(run.matchAll(hexDigits), ([digits]) => [
    bytesFromHex(digits),
    bytesFromHex(digits.slice(1)),
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

/** Returns the parts of decoded bytes that are text. Null bytes belong to UTF-16. */
function readableParts(bytes: string): string[] {
  return bytes.match(readable) ?? []
}
