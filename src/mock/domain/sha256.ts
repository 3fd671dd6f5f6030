import { sha256 as hash } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

/**
 * Returns the SHA-256 of a text, in 64 hexadecimal digits. Unlike the Web Crypto API it is synchronous, because awaiting anything
 * else ends an IndexedDB transaction, and it works on pages without HTTPS.
 */
export function sha256(text: string): string {
  return bytesToHex(hash(utf8ToBytes(text)))
}
