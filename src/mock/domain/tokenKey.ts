import { checksumOf, keyPrefix, randomLength } from '#src/shared/keyFormat.ts'

import { type RandomBytes, randomText } from './random.ts'
import { sha256 } from './sha256.ts'

/** Generates a key: the prefix, 30 random characters (178 bits) and a checksum of six characters. */
export function generateKey(randomBytes: RandomBytes): string {
  const body = keyPrefix + randomText(randomLength, randomBytes)
  return body + checksumOf(body)
}

/** Returns the hash of a key. Only the hash is stored. */
export function hashKey(key: string): string {
  return sha256(key)
}
