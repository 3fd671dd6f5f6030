import { inBase62, type RandomBytes, randomText } from './random.ts'
import { sha256 } from './sha256.ts'

/** What every key begins with, so that people and scanners recognise one. */
export const keyPrefix = 'edesk_'

const randomLength = 30
const checksumLength = 6

/** For scanners that look for leaked keys. A match is a key only if `isWellFormedKey` agrees. */
export const keyPattern = /\bedesk_[0-9A-Za-z]{36}\b/

/** A new key: the prefix, 30 random characters (178 bits) and six that are their checksum. */
export function generateKey(randomBytes: RandomBytes): string {
  const body = keyPrefix + randomText(randomLength, randomBytes)
  return body + checksumOf(body)
}

/** Whether a text has the form of a key and its checksum is right: a mistyped one needs no look-up to be refused. */
export function isWellFormedKey(text: string): boolean {
  const length = keyPrefix.length + randomLength + checksumLength
  if (text.length !== length || !new RegExp(`^${keyPattern.source}$`).test(text)) return false
  return checksumOf(text.slice(0, -checksumLength)) === text.slice(-checksumLength)
}

/** What is kept of a key. */
export function hashKey(key: string): string {
  return sha256(key)
}

/** The last four characters, by which people tell keys apart. */
export function keyEnding(key: string): string {
  return key.slice(-4)
}

/** A text with whatever looks like a key in it, a mistyped one as well, cut down to its ending. */
export function withoutKeys(text: string): string {
  return text.replace(/edesk_[0-9A-Za-z]{16,}/g, (key) => `${keyPrefix}…${keyEnding(key)}`)
}

function checksumOf(text: string): string {
  return inBase62(crc32(text), checksumLength)
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
