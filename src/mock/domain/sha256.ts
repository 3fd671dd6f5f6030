import { sha256 as hash } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

/**
 * SHA-256 of a text, in 64 hexadecimal digits. At once, because a database transaction ends when something else is waited
 * for, and everywhere, because browsers offer their own only to pages that came over HTTPS.
 */
export function sha256(text: string): string {
  return bytesToHex(hash(utf8ToBytes(text)))
}
