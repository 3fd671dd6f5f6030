import { describe, expect, it } from 'vitest'

import type { BusinessRecord, TokenRecord } from '#src/mock/domain/records.ts'
import type { Reader } from '#src/mock/domain/schema.ts'
import { buildToken } from '#src/mock/domain/token.ts'
import { generateKey, hashKey } from '#src/mock/domain/tokenKey.ts'
import { findCaller, bearerKey, assertTokenUsable } from '#src/mock/publicApi/access/credentials.ts'
import { EdeskError } from '#src/mock/publicApi/edeskError.ts'

import { startServer } from '../../support/backend.ts'

const now = new Date('2026-11-24T09:00:00.000Z')
const randomBytes = (count: number) => new Uint8Array(count).fill(3)
const key = generateKey(randomBytes)

function tokenOf(businessId: string, more: Partial<TokenRecord> = {}): TokenRecord {
  const made = buildToken(
    { name: 'ShipFast', description: '', accessLevel: 'read_only', expiresAt: null },
    key,
    { userId: 'usr_1', businessId },
    { now, randomBytes },
  )
  return { ...made, ...more }
}

/** The refusal of a request: its response, and the reason in the request log. */
async function refusal(check: () => unknown) {
  try {
    await check()
  } catch (error) {
    if (!(error instanceof EdeskError)) throw error
    const { status, message, details, headers, refusal: reason } = error
    return { status, message, details, headers, refusal: reason }
  }
  throw new Error('The request was not refused.')
}

describe('the key of a request', () => {
  const keyOf = (value?: string) =>
    bearerKey(new Headers(value === undefined ? {} : { Authorization: value }))

  it.each(['Bearer abc', 'bearer abc', 'BEARER   abc', 'Bearer abc  '])('is in %j', (value) => {
    expect(keyOf(value)).toBe('abc')
  })

  it.each([[undefined], ['Bearer'], ['abc'], ['Bearerabc'], ['Basic abc'], ['A Bearer abc']])(
    'is not in %j',
    async (value) => {
      expect(await refusal(() => keyOf(value))).toEqual({
        status: 401,
        message: 'You are not authenticated',
        details: 'Send the API key in the header "Authorization: Bearer <key>".',
        headers: { 'WWW-Authenticate': 'Bearer' },
        refusal: undefined,
      })
    },
  )
})

describe('the caller', () => {
  /** A storage with one token, of an existing or a missing business. */
  async function withToken(businessId?: string) {
    const { storage } = await startServer({ now })
    const [business] = storage.dump().businesses
    if (!business) throw new Error('The data has no business.')
    const token = tokenOf(businessId ?? business.id)
    await storage.write((db) => db.put('tokens', token))
    return { storage, business, token }
  }
  const invalid = {
    status: 403,
    message: 'You are not authorized to access this',
    details: 'Invalid token.',
    headers: {},
    refusal: undefined,
  }

  const findByKey = (db: Reader, ofToken: string) => findCaller(db, ofToken, hashKey(ofToken))

  it('is the token with the key, and its business', async () => {
    const { storage, business, token } = await withToken()
    expect(await storage.read((db) => findByKey(db, key))).toEqual({ token, business })
  })

  it('is nobody for another key, or if the business is gone', async () => {
    const { storage } = await withToken()
    const other = generateKey((count) => new Uint8Array(count).fill(4))
    expect(await refusal(() => storage.read((db) => findByKey(db, other)))).toEqual(invalid)
    const gone = await withToken('biz_gone')
    expect(await refusal(() => gone.storage.read((db) => findByKey(db, key)))).toEqual(invalid)
  })

  it('is not looked up for a mistyped key', async () => {
    const { storage } = await withToken()
    const mistyped = key.replace(/.$/, '!')
    const looked = await storage.read(async (db) => {
      const tables: string[] = []
      const list: typeof db.list = (table, ...rest) => {
        tables.push(table)
        return db.list(table, ...rest)
      }
      expect(await refusal(() => findByKey({ ...db, list }, mistyped))).toEqual(invalid)
      return tables
    })
    expect(looked).toEqual([])
  })
})

describe('a token that does not work', () => {
  const business: BusinessRecord = {
    id: 'biz_1',
    name: 'Northwind Home',
    plan: 'professional',
    timeZone: 'Europe/Dublin',
  }
  const past = '2026-11-24T08:00:00.000Z'

  it.each([
    ['expired', { expiresAt: past }, 'The token has expired.'],
    ['paused', { pausedAt: past }, 'The token is paused.'],
  ] as const)('is refused as %s', async (reason, more, details) => {
    const token = tokenOf('biz_1', more)
    expect(await refusal(() => assertTokenUsable({ token, business }, now))).toEqual({
      status: 401,
      message: 'Your token does not work',
      details,
      headers: { 'WWW-Authenticate': 'Bearer error="invalid_token"' },
      refusal: { reason },
    })
  })

  it('is refused on a plan without tokens', async () => {
    const caller = { token: tokenOf('biz_1'), business: { ...business, plan: 'starter' } as const }
    expect(await refusal(() => assertTokenUsable(caller, now))).toEqual({
      status: 403,
      message: 'You are not authorized to access this',
      details: 'API tokens need the Professional plan or higher, and the business is below it.',
      headers: {},
      refusal: { reason: 'plan' },
    })
  })

  it.each(['professional', 'enterprise'] as const)('is not refused on the plan %s', (plan) => {
    const caller = { token: tokenOf('biz_1'), business: { ...business, plan } }
    expect(() => assertTokenUsable(caller, now)).not.toThrow()
  })
})
