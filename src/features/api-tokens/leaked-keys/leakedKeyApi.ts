import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

import { unwrapResponse, api } from '#src/api/client.ts'

import type { Token } from '../token/tokenApi.ts'

/** Returns the SHA-256 hash of a key in 64 hexadecimal digits. The service gets this hash instead of the key. */
export function hashOf(key: string): string {
  return bytesToHex(sha256(utf8ToBytes(key)))
}

/**
 * Finds the business's tokens by the hashes of their keys. Hashes of other keys have no entry in the result.
 *
 * @throws ApiError
 */
export async function findTokens(hashes: readonly string[]): Promise<Map<string, Token>> {
  if (hashes.length === 0) return new Map()
  const { data } = await unwrapResponse(
    api.POST('/api/found-keys', { body: { hashes: [...hashes] } }),
  )
  return new Map(data.items.map(({ hash, token }) => [hash, token]))
}
