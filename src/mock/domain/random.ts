/** A source of randomness: as many random bytes as asked for. */
export type RandomBytes = (count: number) => Uint8Array

const base62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

/**
 * A text of `length` characters out of 62, each as likely as any other: a byte that would make some of them likelier is
 * thrown away.
 */
export function randomText(length: number, randomBytes: RandomBytes): string {
  const usable = 256 - (256 % base62.length)
  let text = ''
  while (text.length < length) {
    for (const byte of randomBytes(length - text.length)) {
      if (byte < usable) text += base62.charAt(byte % base62.length)
    }
  }
  return text
}

/** A whole number, written with the same 62 characters, filled up with zeros to `length`. */
export function inBase62(value: number, length: number): string {
  let rest = value
  let text = ''
  while (text.length < length) {
    text = base62.charAt(rest % base62.length) + text
    rest = Math.floor(rest / base62.length)
  }
  return text
}
