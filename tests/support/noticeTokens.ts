import type { TokenRecord } from '#src/mock/domain/records.ts'
import { buildToken } from '#src/mock/domain/token.ts'
import { generateKey } from '#src/mock/domain/tokenKey.ts'
import { msPerDay, msPerMinute } from '#src/shared/time.ts'

export const day = msPerDay
export const minute = msPerMinute
export const now = new Date('2026-11-24T09:00:00.000Z')
export const before = (milliseconds: number) => new Date(now.getTime() - milliseconds)
export const after = (milliseconds: number) => before(-milliseconds)
const randomBytes = (count: number) => crypto.getRandomValues(new Uint8Array(count))

/** Returns a token, created 200 days ago. */
export function token(overrides: Partial<TokenRecord> = {}): TokenRecord {
  const record = buildToken(
    { name: 'ShipFast', description: '', accessLevel: 'read_only', expiresAt: null },
    generateKey(randomBytes),
    { userId: 'usr_1', businessId: 'biz_1' },
    { now: before(200 * day), randomBytes },
  )
  return { ...record, id: 'tok_1', ...overrides }
}

/** The empty values of a notice, for the properties that a notice does not use. */
export const emptyNotice = {
  needsAction: false,
  person: null,
  token: null,
  action: null,
  count: 1,
  expiresAt: null,
  since: null,
}
