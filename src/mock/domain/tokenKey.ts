import { checksumOf, keyEnding, keyPrefix, randomLength } from '#src/shared/keyFormat.ts'

import { type RandomBytes, randomText } from './random.ts'
import type { TokenRecord } from './records.ts'
import { sha256 } from './sha256.ts'

/** Generates a key: the prefix, 30 random characters (178 bits) and a checksum of six characters. */
export function generateKey(randomBytes: RandomBytes): string {
  const body = keyPrefix + randomText(randomLength, randomBytes)
  return body + checksumOf(body)
}

/** Returns what a token stores of its key: the hash, and the ending that the pages show. The key itself is never stored. */
export function storedKey(key: string): Pick<TokenRecord, 'keyHash' | 'keyEnding'> {
  return { keyHash: hashKey(key), keyEnding: keyEnding(key) }
}

/** Returns the hash of a key, which finds its token. */
export function hashKey(key: string): string {
  return sha256(key)
}
