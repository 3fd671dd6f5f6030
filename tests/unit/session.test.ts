import { describe, expect, it } from 'vitest'

import { sha256 } from '#src/mock/domain/sha256.ts'
import {
  beginSession,
  clearedSessionCookie,
  findActor,
  hashPassword,
  sessionCookie,
  sessionLifetimeMs,
} from '#src/mock/server/session.ts'

import { startServer } from '../support/backend.ts'

const now = new Date('2026-11-24T09:00:00.000Z')
const randomBytes = (count: number) => new Uint8Array(count).fill(10)
const cookie = 'A'.repeat(32)

/** A storage in which a user has started a session. */
async function withSession(userId?: string) {
  const { storage } = await startServer({ now })
  const [user] = storage.dump().users
  if (!user) throw new Error('The data has no user.')
  const header = await storage.write((db) => beginSession(db, userId ?? user.id, now, randomBytes))
  const find = (given: string | undefined, at = now) =>
    storage.read((db) => findActor(db, given, at))
  return { storage, user, header, find }
}

describe('a new session', () => {
  it('returns a cookie of 32 random characters for twelve hours', async () => {
    const { header } = await withSession()
    expect(sessionCookie).toBe('edesk_session')
    expect(header).toBe(`edesk_session=${cookie}; Path=/; SameSite=Strict; Max-Age=43200`)
    expect(clearedSessionCookie).toBe('edesk_session=; Path=/; SameSite=Strict; Max-Age=0')
  })

  it('is stored with the hash of its cookie, its user and its end', async () => {
    const { storage, user } = await withSession()
    expect(sessionLifetimeMs).toBe(43_200_000)
    expect(storage.dump().sessions).toContainEqual({
      id: sha256(cookie),
      userId: user.id,
      expiresAt: '2026-11-24T21:00:00.000Z',
    })
  })
})

describe('a session cookie', () => {
  it('identifies its user and their business', async () => {
    const { storage, user, find } = await withSession()
    const business = storage.dump().businesses.find(({ id }) => id === user.businessId)
    expect(await find(cookie)).toEqual({ user, business, sessionId: sha256(cookie) })
  })

  it('identifies nobody after its session has ended', async () => {
    const { find } = await withSession()
    expect(await find(cookie, new Date('2026-11-24T20:59:59.999Z'))).toBeDefined()
    expect(await find(cookie, new Date('2026-11-24T21:00:00.000Z'))).toBeUndefined()
  })

  it.each([undefined, '', 'B'.repeat(32), sha256(cookie)])(
    '%j identifies nobody',
    async (given) => {
      const { find } = await withSession()
      expect(await find(given)).toBeUndefined()
    },
  )

  it('is not looked up if it is empty', async () => {
    const { storage, user, find } = await withSession()
    const session = { id: sha256(''), userId: user.id, expiresAt: '2026-11-25T00:00:00.000Z' }
    await storage.write((db) => db.put('sessions', session))
    expect(await find('')).toBeUndefined()
  })

  it('identifies nobody if its user or their business is gone', async () => {
    const stranger = await withSession('usr_gone')
    expect(await stranger.find(cookie)).toBeUndefined()
    const { storage, user, find } = await withSession()
    await storage.write((db) => db.put('users', { ...user, businessId: 'biz_gone' }))
    expect(await find(cookie)).toBeUndefined()
  })
})

describe('the stored password', () => {
  it('is a hash that differs for each user', () => {
    expect(hashPassword('usr_1', 'secret')).toBe(sha256('usr_1:secret'))
    expect(hashPassword('usr_2', 'secret')).not.toBe(hashPassword('usr_1', 'secret'))
  })
})
