/** The prefix of every key, by which people and scanners recognise one. */
export const keyPrefix = 'edesk_'

/** The 62 characters of the rest of a key. A double click selects the whole key, because all are word characters. */
export const keyCharacters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

/** How many characters of a key are random. */
export const randomLength = 30
const checksumLength = 6

/** The length of a whole key. */
export const keyLength = keyPrefix.length + randomLength + checksumLength

/** A text with fewer characters after the prefix is not treated as part of a key, but as a name such as `edesk_world`. */
export const minKeyPartLength = 16

/** The same with the prefix: the shortest part of a key that is treated as such. */
export const minPartLength = keyPrefix.length + minKeyPartLength

/** The pattern for scanners of leaked keys. Check each match with `isWellFormedKey`. */
export const keyPattern = new RegExp(
  `\\b${keyPrefix}[0-9A-Za-z]{${randomLength + checksumLength}}\\b`,
)

/** Whether a text has the form of a key and a correct checksum, so that mistyped keys can be rejected without a look-up. */
export function isWellFormedKey(text: string): boolean {
  if (!looksLikeKey(text)) return false
  return checksumOf(text.slice(0, -checksumLength)) === text.slice(-checksumLength)
}

/** Whether a text has the form of a whole key, even if its checksum is wrong. */
export function looksLikeKey(text: string): boolean {
  return new RegExp(`^${keyPattern.source}$`).test(text)
}

/** Returns the last four characters of a key, by which people tell keys apart. */
export function keyEnding(key: string): string {
  return key.slice(-4)
}

/** Returns the checksum of a key's prefix and random characters, by which a mistyped key is detected. */
export function checksumOf(text: string): string {
  let rest = crc32(text)
  let checksum = ''
  while (checksum.length < checksumLength) {
    checksum = keyCharacters.charAt(rest % keyCharacters.length) + checksum
    rest = Math.floor(rest / keyCharacters.length)
  }
  return checksum
}

/** The CRC-32 of each byte. With it, ten thousand keys of a demo are generated faster. */
const crcOfByte = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte
  for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0)
  return crc
})

/** Returns the CRC-32 (ISO/IEC 3309) of an ASCII text. */
function crc32(text: string): number {
  let crc = 0xffffffff
  for (let index = 0; index < text.length; index += 1) {
    crc = (crc >>> 8) ^ Number(crcOfByte[(crc ^ text.charCodeAt(index)) & 0xff])
  }
  return (crc ^ 0xffffffff) >>> 0
}
