import { checksumOf, keyPrefix, randomLength } from '#src/api/keyFormat.ts'

import { type RandomBytes, randomText } from './random.ts'
import { sha256 } from './sha256.ts'

/** A new key: the prefix, 30 random characters (178 bits) and six that are their checksum. */
export function generateKey(randomBytes: RandomBytes): string {
  const body = keyPrefix + randomText(randomLength, randomBytes)
  return body + checksumOf(body)
}

/** What is kept of a key. */
export function hashKey(key: string): string {
  return sha256(key)
}
