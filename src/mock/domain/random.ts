import { keyCharacters } from '#src/api/keyFormat.ts'

import { sha256 } from './sha256.ts'

/** A source of randomness: as many random bytes as asked for. */
export type RandomBytes = (count: number) => Uint8Array

/** Bytes that look random and are the same for the same seed. Nothing that is made of them is a secret. */
export function seededBytes(seed: string): RandomBytes {
  let round = 0
  return (count) => {
    const bytes: number[] = []
    while (bytes.length < count) {
      round += 1
      const digits = sha256(`${seed} ${round}`)
      for (let at = 0; at < digits.length; at += 2) {
        bytes.push(Number.parseInt(digits.slice(at, at + 2), 16))
      }
    }
    return Uint8Array.from(bytes.slice(0, count))
  }
}

/**
 * A text of `length` characters out of 62, each as likely as any other: a byte that would make some of them likelier is
 * thrown away.
 */
export function randomText(length: number, randomBytes: RandomBytes): string {
  const usable = 256 - (256 % keyCharacters.length)
  let text = ''
  while (text.length < length) {
    for (const byte of randomBytes(length - text.length)) {
      if (byte < usable) text += keyCharacters.charAt(byte % keyCharacters.length)
    }
  }
  return text
}
