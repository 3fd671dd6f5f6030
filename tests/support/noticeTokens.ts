import type { TokenRecord } from '#src/mock/domain/records.ts'
import { makeToken } from '#src/mock/domain/token.ts'
import { generateKey } from '#src/mock/domain/tokenKey.ts'

export const day = 86_400_000
export const minute = 60_000
export const now = new Date('2026-11-24T09:00:00.000Z')
export const before = (milliseconds: number) => new Date(now.getTime() - milliseconds)
export const after = (milliseconds: number) => before(-milliseconds)
const randomBytes = (count: number) => crypto.getRandomValues(new Uint8Array(count))

export function token(more: Partial<TokenRecord> = {}): TokenRecord {
  const made = makeToken(
    { name: 'ShipFast', description: '', accessLevel: 'read_only', expiresAt: null },
    generateKey(randomBytes),
    { userId: 'usr_1', businessId: 'biz_1' },
    { now: before(200 * day), randomBytes },
  )
  return { ...made, id: 'tok_1', ...more }
}

/** What a notice has of what it is not about. */
export const bare = {
  person: null,
  token: null,
  action: null,
  count: 1,
  expiresAt: null,
  since: null,
}
