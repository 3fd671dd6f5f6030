import { nameKey } from '#src/shared/nameKey.ts'
import type { TokenRecord } from '#src/mock/domain/records.ts'
import { buildToken } from '#src/mock/domain/token.ts'
import { generateKey } from '#src/mock/domain/tokenKey.ts'

export const now = new Date('2026-11-24T09:00:00Z')

const randomBytes = (count: number) => crypto.getRandomValues(new Uint8Array(count))

/** A token as the backend stores it: Read-only, without an expiration, created at `now`. */
export const token = buildToken(
  { name: 'ShipFast', description: '', accessLevel: 'read_only', expiresAt: null },
  generateKey(randomBytes),
  { userId: 'usr_1', businessId: 'biz_1' },
  { now, randomBytes },
)

/** Returns a token of the demo's business, with a number in its id, its name and its key. */
export function numberedToken(number: number, more: Partial<TokenRecord> = {}): TokenRecord {
  const name = `Token ${number}`
  const unique = { id: `tok_${number}`, keyHash: `hash ${number}`, keyEnding: `ending ${number}` }
  return { ...token, businessId: 'biz_northwind', name, nameKey: nameKey(name), ...unique, ...more }
}

/** Returns tokens with the numbers from 0. */
export function numberedTokens(count: number, more?: Partial<TokenRecord>): TokenRecord[] {
  return Array.from({ length: count }, (_, number) => numberedToken(number, more))
}
