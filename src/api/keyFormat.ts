/** What every key begins with, so that people and scanners recognise one. */
export const keyPrefix = 'edesk_'

/** The 62 characters that the rest of a key is made of: a double click selects the whole of it. */
export const keyCharacters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

/** How many of them are drawn by lot. */
export const randomLength = 30
const checksumLength = 6

/** How long a whole key is. */
export const keyLength = keyPrefix.length + randomLength + checksumLength

/** Fewer characters after the prefix are a name, such as `edesk_world`, and no part of a key that could be of use. */
export const shortestPart = 16

/** For scanners that look for leaked keys. A match is a key only if `isWellFormedKey` agrees. */
export const keyPattern = /\bedesk_[0-9A-Za-z]{36}\b/

/** Whether a text has the form of a key and its checksum is right: a mistyped one needs no look-up to be refused. */
export function isWellFormedKey(text: string): boolean {
  if (!hasKeyForm(text)) return false
  return checksumOf(text.slice(0, -checksumLength)) === text.slice(-checksumLength)
}

/** Whether a text looks like a whole key, right or mistyped. */
export function hasKeyForm(text: string): boolean {
  return new RegExp(`^${keyPattern.source}$`).test(text)
}

/** The last four characters, by which people tell keys apart. */
export function keyEnding(key: string): string {
  return key.slice(-4)
}

/** A text with whatever looks like a key in it, a mistyped one as well, cut down to its ending. */
export function withoutKeys(text: string): string {
  const part = new RegExp(`${keyPrefix}[0-9A-Za-z]{${shortestPart},}`, 'g')
  return text.replace(part, (key) => `${keyPrefix}…${keyEnding(key)}`)
}

/** What the prefix and the random characters of a key are followed by, so that a mistyped one is told at sight. */
export function checksumOf(text: string): string {
  let rest = crc32(text)
  let checksum = ''
  while (checksum.length < checksumLength) {
    checksum = keyCharacters.charAt(rest % keyCharacters.length) + checksum
    rest = Math.floor(rest / keyCharacters.length)
  }
  return checksum
}

/** CRC-32 as in ISO/IEC 3309, of ASCII text. */
function crc32(text: string): number {
  let crc = 0xffffffff
  for (const character of text) {
    crc ^= character.charCodeAt(0)
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0)
  }
  return (crc ^ 0xffffffff) >>> 0
}
