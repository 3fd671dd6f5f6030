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
