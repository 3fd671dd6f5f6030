import { byteListsIn, encodedRuns } from './encodedRuns.ts'
import {
  isWellFormedKey,
  keyEnding,
  keyLength,
  keyPrefix,
  minKeyPartLength,
  minPartLength,
} from './keyFormat.ts'

/** How many encodings may be on top of each other, such as Base64 in JSON in a URL. */
const maxDepth = 4

/** Where a key is in a text: from `start` to before `end`. */
interface Place {
  start: number
  end: number
  /** The last four characters of the key. */
  ending: string
}

/** An encoding: what it writes in place of a character, and which character this stands for. */
interface Encoding {
  pattern: RegExp
  decode: (escape: string) => string
}

/** Finds places of keys in a text that is not encoded. */
type FindPlaces = (text: string) => Place[]

/**
 * Whether a text contains a key, or so much of one that it must be kept secret: as it is, encoded (in a URL, JSON, HTML, an
 * email or Base64, up to four times), or broken by line ends.
 */
export function containsKey(text: string): boolean {
  return placesIn(text, plainAndJoined).length > 0
}

/**
 * Whether a text contains a key, or may be the beginning of a key that somebody is typing. With at most four more characters, the
 * prefix is taken for a name, such as `edesk_prod`.
 */
export function mayContainKey(text: string): boolean {
  return new RegExp(`${keyPrefix}[0-9A-Za-z]{5}`).test(text) || containsKey(text)
}

/** Shortens everything that `containsKey` recognises in a text to the prefix and the ending of the key. */
export function maskKeys(text: string): string {
  let masked = ''
  let done = 0
  for (const { start, end, ending } of merged(placesIn(text, plainAndJoined))) {
    masked += `${text.slice(done, start)}${keyPrefix}…${ending}`
    done = end
  }
  return masked + text.slice(done)
}

/** Returns a JSON value with the keys masked in all its texts and property names. */
export function maskKeysIn<Value>(value: Value): Value {
  const mask = (part: unknown): unknown => {
    if (typeof part === 'string') return maskKeys(part)
    if (Array.isArray(part)) return part.map(mask)
    if (typeof part !== 'object' || part === null) return part
    return Object.fromEntries(
      Object.entries(part).map(([name, each]) => [maskKeys(name), mask(each)]),
    )
  }
  return mask(value) as Value
}

/**
 * Finds the whole keys in a text that are encoded or broken by line ends. Also finds those that are neither.
 *
 * @returns the keys with a correct checksum, in no particular order, possibly repeated.
 */
export function hiddenKeysIn(text: string): string[] {
  const keys: string[] = []
  placesIn(text, (decoded) => {
    keys.push(...wholeKeysIn(decoded).map(({ key }) => key))
    return []
  })
  return keys
}

function placesIn(
  text: string,
  find: FindPlaces,
  depth = maxDepth,
  seen = new Set<string>(),
): Place[] {
  // No encoding is shorter than what it encodes. And two on top of each other give the same text in either order.
  if (text.length < minPartLength || seen.has(text)) return []
  seen.add(text)
  const places = find(text)
  if (depth === 0) return places
  for (const encoding of [escapes, ...(mayBeQuotedPrintable(text) ? [quotedPrintable] : [])]) {
    const decoded = decodedFrom(text, encoding)
    if (decoded.text === text) continue
    places.push(...placesIn(decoded.text, find, depth - 1, seen).map(decoded.toSource))
  }
  for (const { start, end, decoded } of byteListsIn(text)) {
    const [place] = placesIn(decoded, find, depth - 1, seen)
    if (place) places.push({ start, end, ending: place.ending })
  }
  const unwrapped = decodedFrom(text, lineWraps)
  for (const { start, end, decoded } of encodedRuns(unwrapped.text)) {
    const [place] = placesIn(decoded, find, depth - 1, seen)
    if (place) places.push(unwrapped.toSource({ start, end, ending: place.ending }))
  }
  return places
}

function plainAndJoined(text: string): Place[] {
  const parts = new RegExp(`${keyPrefix}[0-9A-Za-z]{${minKeyPartLength},}`, 'g')
  const plain = Array.from(text.matchAll(parts), ({ 0: part, index }) => ({
    start: index,
    end: index + part.length,
    ending: keyEnding(part),
  }))
  return [...plain, ...wholeKeysIn(text)]
}

/**
 * What can be between the characters of a key: line ends and indentation, quotes and operators between the parts of a literal,
 * null bytes of UTF-16, invisible characters. The checksum tells whether the rest is a key.
 */
const gap = '[^0-9A-Za-z_]{0,100}'
const gaps = new RegExp(gap, 'g')
const wholeKey = new RegExp(
  `${Array.from(keyPrefix).join(gap)}(?:${gap}[0-9A-Za-z]){${keyLength - keyPrefix.length}}`,
  'g',
)

/** Finds keys with a correct checksum. What surrounds them does not matter. */
function wholeKeysIn(text: string): (Place & { key: string })[] {
  const found: (Place & { key: string })[] = []
  wholeKey.lastIndex = 0
  for (let match = wholeKey.exec(text); match; match = wholeKey.exec(text)) {
    const { 0: parts, index: start } = match
    const key = parts.replace(gaps, '')
    if (isWellFormedKey(key)) {
      found.push({ start, end: start + parts.length, ending: keyEnding(key), key })
    }
    // The next key may begin where this one looks as if it ended.
    wholeKey.lastIndex = start + 1
  }
  return found
}

/**
 * The escapes of URLs, JSON, programming languages and HTML that can stand in a key, in Base64 or in another escape. Also tags
 * and the colours of a terminal, with which programs highlight what was searched for.
 */
const escapes: Encoding = {
  pattern:
    /%u[0-9a-f]{4}|%(?:0[ad]|2[56bdf]|[3-7][0-9a-f])|\\{1,8}(?:u[0-9a-f]{4}|u\{[0-9a-f]{1,6}\}|x[0-9a-f]{2}|[01][0-7]{2}|[/nrt])|&#x[0-9a-f]{1,8};|&#\d{1,8};?|&(?:amp|lowbar|UnderBar|num|semi|percnt|bsol|equals|plus|sol|nbsp|shy|zwj|zwnj|ZeroWidthSpace|NewLine|Tab);|<\/?[a-z]{1,8}(?:\s[^<>]{0,200})?>|\p{Cc}\[[\d;]{0,20}[A-Za-z]/giu,
  decode: (escape) => {
    if (escape.startsWith('%')) return fromHex(escape.slice(escape[1] === 'u' ? 2 : 1))
    if (escape.startsWith('&#')) {
      const isHex = /x/i.test(escape)
      return characterOf(Number.parseInt(escape.slice(isHex ? 3 : 2), isHex ? 16 : 10))
    }
    if (!/^[&\\]/.test(escape)) return ''
    if (escape.startsWith('&')) return entities[escape.slice(1, -1).toLowerCase()] ?? ' '
    const rest = escape.replace(/^\\+/, '')
    if (rest === '/') return rest
    if (/^[nrt]$/i.test(rest)) return '\n'
    return /^\d/.test(rest)
      ? characterOf(Number.parseInt(rest, 8))
      : fromHex(rest.replace(/^[ux]\{?/i, ''))
  },
}

/** The named characters of HTML that can be in an encoded key. All others are invisible. */
const entities: Record<string, string> = {
  amp: '&',
  lowbar: '_',
  underbar: '_',
  num: '#',
  semi: ';',
  percnt: '%',
  bsol: '\\',
  equals: '=',
  plus: '+',
  sol: '/',
}

/** The escapes and soft line ends of quoted-printable (RFC 2045, section 6.7). */
const quotedPrintable: Encoding = {
  pattern: /=(?:[0-9a-f]{2}|[ \t]{0,80}\r?\n)/gi,
  decode: (escape) => (/\n$/.test(escape) ? '' : fromHex(escape.slice(1))),
}

/** Avoids that each query parameter such as `?page=12` has to be decoded. */
function mayBeQuotedPrintable(text: string): boolean {
  return /=(?:3D|5F|6[45B]|73|[ \t]{0,80}\r?\n)|edesk_[0-9A-Za-z]{0,35}=[0-9a-f]{2}/i.test(text)
}

/**
 * The line ends in Base64 and the like, with indentation, quotes, operators and comment signs. A match of spaces begins with the
 * first of them, so that many spaces are not searched again from each of them.
 */
const lineWraps: Encoding = {
  pattern:
    /(?:(?:["'`](?:[ \t]{0,20}\+)?|\\)[ \t]{0,80}|(?<![ \t])[ \t]{1,80})?[\r\n]+(?:[ \t>|#*]|\+?[ \t]{0,20}["'`])*/g,
  decode: () => '',
}

function fromHex(digits: string): string {
  return characterOf(Number.parseInt(digits, 16))
}

function characterOf(code: number): string {
  return code <= 0x7f ? String.fromCharCode(code) : '\uFFFD'
}

/** Decodes a text. `toSource` returns where a place of the result is in the text. */
function decodedFrom(text: string, { pattern, decode }: Encoding) {
  let positions: ReturnType<typeof sourcePositions> | undefined
  return {
    text: text.replace(pattern, decode),
    toSource: ({ start, end, ending }: Place): Place => {
      positions ??= sourcePositions(text, { pattern, decode })
      return { start: positions(start).start, end: positions(end - 1).end, ending }
    },
  }
}

/** Returns a function that tells which part of a text a character of the decoded text comes from. */
function sourcePositions(
  text: string,
  { pattern, decode }: Encoding,
): (at: number) => { start: number; end: number } {
  let removed = 0
  const escapesInText = Array.from(text.matchAll(pattern), ({ 0: escape, index }) => {
    const { length } = decode(escape)
    const position = { begin: index - removed, length, start: index, end: index + escape.length }
    removed += escape.length - length
    return position
  })
  return (at) => {
    let [from, to] = [0, escapesInText.length]
    while (from < to) {
      const middle = (from + to) >> 1
      if (Number(escapesInText[middle]?.begin) <= at) from = middle + 1
      else to = middle
    }
    const before = escapesInText[from - 1]
    if (!before) return { start: at, end: at + 1 }
    if (at < before.begin + before.length) return before
    const start = before.end + at - before.begin - before.length
    return { start, end: start + 1 }
  }
}

/** Sorts places, and joins those that overlap. */
function merged(places: readonly Place[]): Place[] {
  const result: Place[] = []
  for (const place of places.toSorted((one, other) => one.start - other.start)) {
    const last = result.at(-1)
    if (!last || place.start >= last.end) result.push({ ...place })
    else if (place.end > last.end) Object.assign(last, { end: place.end, ending: place.ending })
  }
  return result
}
