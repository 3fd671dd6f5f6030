import { itemLimits } from '#src/api/generated/values.ts'
import { isWellFormedKey, keyLength, keyPrefix, minKeyPartLength } from '#src/shared/keyFormat.ts'
import { hiddenKeysIn } from '#src/shared/keysInText.ts'

/** The maximum number of different keys to find: as many as the service accepts in one request. */
export const maxKeys = itemLimits.KeyHashes.hashes

/** The maximum length after the prefix. Anything longer is not a mistyped key. */
const maxPartLength = 64

/** The size of a piece: characters of a text, or bytes of a file. Searching it takes some milliseconds. */
export const pieceLength = 128 * 1024

/** How much of a text is decoded again with the next piece: more than a key takes up in any encoding. */
const overlapLength = 4096

/** How packed data begins in Base64, with any options: gzip, gzip in Base64 again, zip, bzip2, xz and zstd. */
const packedInBase64 = /(?:H4sI[A-H]|SDRzSU|UEsDB|Qlpo[M-O]|[/_]Td6WFo|KLUv[/_])[0-9A-Za-z+/_-]{20}/

/** The distinct keys in a text, in the order in which they occur. */
export interface KeysInText {
  whole: string[]
  /** Texts that look like keys but have a wrong checksum: mistyped or cut off. */
  broken: string[]
  /** There were more than `maxKeys` whole keys, or more than `maxKeys` broken ones. */
  tooMany: boolean
}

/**
 * Finds keys in a text that arrives in pieces. It doesn't matter what surrounds a key: quotes, brackets, the letters of an
 * escape sequence ("\nedesk_…") or another key. Nor does it matter where the text is cut into pieces, or whether a key is
 * encoded or broken by line ends. Between two pieces, it keeps less than two pieces of text.
 */
export function createKeyFinder() {
  const whole = new Set<string>()
  const broken = new Set<string>()
  /** The keys that are encoded or broken by line ends. */
  const hidden = new Set<string>()
  let tooMany = false
  /** The end of the text so far, where a key may begin. */
  let rest = ''
  /** The text that has not been decoded yet, and the overlap before it. */
  let undecoded = ''
  let hasPacked = false

  function scan(piece: string, isLast: boolean): void {
    const text = rest + piece
    let at = text.indexOf(keyPrefix)
    while (at !== -1) {
      const part = partAt(text, at + keyPrefix.length)
      // The character after the part tells whether its end is the beginning of the next key.
      const mayContinue = at + keyPrefix.length + part.length === text.length
      if (mayContinue && !isLast) {
        rest = text.slice(at)
        return
      }
      record(part, text.charAt(at + keyPrefix.length + part.length))
      at = text.indexOf(keyPrefix, at + keyPrefix.length)
    }
    rest = text.slice(1 - keyPrefix.length)
  }

  function record(part: string, next: string): void {
    const key = (keyPrefix + part).slice(0, keyLength)
    if (isWellFormedKey(key)) return add(whole, key)
    const own = withoutNextPrefix(part, next)
    if (own.length >= minKeyPartLength && own.length <= maxPartLength) add(broken, keyPrefix + own)
  }

  function add(keys: Set<string>, key: string): void {
    if (keys.has(key)) return
    if (keys.size === maxKeys) tooMany = true
    else keys.add(key)
  }

  function decode(piece: string, isLast: boolean): void {
    undecoded += piece
    if (undecoded.length < pieceLength && !isLast) return
    for (const key of hiddenKeysIn(undecoded)) {
      if (!whole.has(key)) hidden.add(key)
      add(whole, key)
    }
    hasPacked ||= packedInBase64.test(undecoded)
    undecoded = isLast ? '' : undecoded.slice(-overlapLength)
  }

  return {
    push: (piece: string) => {
      scan(piece, false)
      decode(piece, false)
    },
    /** Call this at the end of each text. Returns whether it contains packed data, which can't be searched. */
    end(): { hasPacked: boolean } {
      scan('', true)
      rest = ''
      decode('', true)
      const result = { hasPacked }
      hasPacked = false
      return result
    },
    /** Returns how many whole keys have been found so far. */
    count: () => whole.size,
    found(): KeysInText {
      const keys = [...hidden]
      // A key with a line end in it begins like a text that is cut off.
      const cutOff = [...broken].filter((text) => !keys.some((key) => key.startsWith(text)))
      return { whole: [...whole], broken: cutOff, tooMany }
    },
  }
}

/** Returns the key characters from a position on, up to one more than the longest part with the name of the next key behind it. */
function partAt(text: string, position: number): string {
  const pattern = new RegExp(`[0-9A-Za-z]{0,${maxPartLength + keyPrefix.length}}`, 'y')
  pattern.lastIndex = position
  return pattern.exec(text)?.[0] ?? ''
}

/** Removes the beginning of the next key, if that one follows directly. */
function withoutNextPrefix(part: string, next: string): string {
  const name = keyPrefix.slice(0, -1)
  return next === '_' && part.endsWith(name) ? part.slice(0, -name.length) : part
}
