import { isWellFormedKey, keyLength, keyPrefix, shortestPart } from '#src/api/keyFormat.ts'

/** How many different keys are looked for at most: as many as the service is asked about at once. */
export const mostKeys = 1000

/** What follows the prefix in something that is longer than this is no key that somebody has mistyped. */
const longestPart = 64

/** The keys in a text, each once, in the order in which they come. */
export interface KeysInText {
  whole: string[]
  /** What looks like a key and has a wrong checksum: mistyped or cut off. */
  broken: string[]
  /** There were more than `mostKeys` of a kind. */
  tooMany: boolean
}

/**
 * Finds keys in a text that comes in pieces, whatever stands around them: quotes, brackets, the letters of an escape sequence
 * ("\nedesk_…"), another key. However the text is cut into pieces, the same keys are found. What is kept between two pieces is
 * shorter than two keys.
 */
export function createKeyFinder() {
  const whole = new Set<string>()
  const broken = new Set<string>()
  let tooMany = false
  /** The end of the pieces so far, with which a key may begin. */
  let rest = ''

  function look(piece: string, isLast: boolean): void {
    const text = rest + piece
    let at = text.indexOf(keyPrefix)
    while (at !== -1) {
      const part = partAt(text, at + keyPrefix.length)
      const mayGoOn = at + keyPrefix.length + part.length === text.length
      if (mayGoOn && !isLast && part.length <= longestPart) {
        rest = text.slice(at)
        return
      }
      note(part, text.charAt(at + keyPrefix.length + part.length))
      at = text.indexOf(keyPrefix, at + keyPrefix.length)
    }
    rest = text.slice(1 - keyPrefix.length)
  }

  function note(part: string, next: string): void {
    const key = (keyPrefix + part).slice(0, keyLength)
    if (isWellFormedKey(key)) return add(whole, key)
    const own = withoutNextPrefix(part, next)
    if (own.length >= shortestPart && own.length <= longestPart) add(broken, keyPrefix + own)
  }

  function add(keys: Set<string>, key: string): void {
    if (keys.has(key)) return
    if (keys.size === mostKeys) tooMany = true
    else keys.add(key)
  }

  return {
    push: (piece: string) => look(piece, false),
    /** To be called where a text ends, also before another one begins. */
    end(): void {
      look('', true)
      rest = ''
    },
    found: (): KeysInText => ({ whole: [...whole], broken: [...broken], tooMany }),
  }
}

/** The characters of a key that stand at a place, as many as are of interest. */
function partAt(text: string, place: number): string {
  const pattern = new RegExp(`[0-9A-Za-z]{0,${longestPart + 1}}`, 'y')
  pattern.lastIndex = place
  return pattern.exec(text)?.[0] ?? ''
}

/** What is followed by another key without anything in between does not have the beginning of that one. */
function withoutNextPrefix(part: string, next: string): string {
  const name = keyPrefix.slice(0, -1)
  return next === '_' && part.endsWith(name) ? part.slice(0, -name.length) : part
}
