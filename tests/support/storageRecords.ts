import type { BusinessRecord, TokenRecord, UserRecord } from '#src/mock/domain/records.ts'
import type { Reader } from '#src/mock/domain/schema.ts'
import { buildToken } from '#src/mock/domain/token.ts'

/** Creates a business. */
export function business(id: string, name = id): BusinessRecord {
  return { id, name, plan: 'starter', timeZone: 'Europe/Dublin' }
}

/** A number for each user: unique, and the same on each call. */
const numbers = new Map<string, number>()

/** Creates a user of the business `b`. */
export function user(id: string, more: Partial<UserRecord> = {}): UserRecord {
  return {
    id,
    businessId: 'b',
    name: id,
    email: `${id}@example.com`,
    role: 'agent',
    passwordHash: '',
    number: numberOf(id),
    ...more,
  }
}

function numberOf(id: string): number {
  if (!numbers.has(id)) numbers.set(id, numbers.size)
  return numbers.get(id) ?? 0
}

const creator = { userId: 'ada', businessId: 'b' }
let keys = 0

/** Creates a token of the business `b` with a key of its own. */
export function token(id: string): TokenRecord {
  const input = { name: id, description: '', accessLevel: 'read_only', expiresAt: null } as const
  const when = {
    now: new Date('2026-11-24T09:00:00Z'),
    randomBytes: (size: number) => new Uint8Array(size),
  }
  const key = (++keys).toString(36).padStart(8, '0')
  return { ...buildToken(input, key, creator, when), id }
}

/** Returns the rows of all tokens. */
export async function allRows(db: Reader) {
  const all = []
  for await (const some of db.rows('tokens')) all.push(...some)
  return all
}
