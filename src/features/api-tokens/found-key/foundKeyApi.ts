import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

import { answerOf, api } from '#src/api/client.ts'

import type { Token } from '../tokenApi.ts'

/** What the service is told of a key in its place: its SHA-256, in 64 hexadecimal digits. */
export function hashOf(key: string): string {
  return bytesToHex(sha256(utf8ToBytes(key)))
}

/** The business's tokens, by the hashes of their keys; a key of no token of theirs is not among them. @throws ApiError */
export async function findTokens(hashes: readonly string[]): Promise<Map<string, Token>> {
  if (hashes.length === 0) return new Map()
  const { data } = await answerOf(api.POST('/api/found-keys', { body: { hashes: [...hashes] } }))
  return new Map(data.items.map(({ hash, token }) => [hash, token]))
}
