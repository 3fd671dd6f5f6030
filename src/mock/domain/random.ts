import { keyCharacters } from '#src/shared/keyFormat.ts'

import { sha256 } from './sha256.ts'

/** A source of randomness: returns `count` random bytes. */
export type RandomBytes = (count: number) => Uint8Array

/** Creates a source that returns the same bytes for the same seed. Do not make secrets from them. */
export function seededBytes(seed: string): RandomBytes {
  let round = 0
  return (count) => {
    const bytes: number[] = []
    while (bytes.length < count) {
      round += 1
      const digits = sha256(`${seed} ${round}`)
      for (let index = 0; index < digits.length; index += 2) {
        bytes.push(Number.parseInt(digits.slice(index, index + 2), 16))
      }
    }
    return Uint8Array.from(bytes.slice(0, count))
  }
}

/**
 * Returns a random text of `length` characters out of 62, all equally likely: bytes that would favour some characters are
 * discarded.
 */
export function randomText(length: number, randomBytes: RandomBytes): string {
  const usableBytes = 256 - (256 % keyCharacters.length)
  let text = ''
  while (text.length < length) {
    for (const byte of randomBytes(length - text.length)) {
      if (byte < usableBytes) text += keyCharacters.charAt(byte % keyCharacters.length)
    }
  }
  return text
}
