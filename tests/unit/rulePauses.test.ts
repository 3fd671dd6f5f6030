import { describe, expect, it, vi } from 'vitest'

import type { components } from '#src/api/generated/schema.ts'
import type { BusinessRecord, TokenRecord } from '#src/mock/domain/records.ts'
import {
  createBrokenRules,
  isPauseCheckDue,
  nextPauseCheck,
  pausedByRule,
  pauseDueAt,
  withRules,
} from '#src/mock/domain/rules.ts'
import { toTokenProjection } from '#src/mock/domain/tokenProjection.ts'
import { mayPauseSoon } from '#src/mock/domain/pauseNotices.ts'
import { cleanUp } from '#src/mock/operations/cleanUp.ts'
import { StorageError } from '#src/mock/storage/port.ts'
import { noRules } from '#src/shared/tokenRules.ts'
import { msPerDay } from '#src/shared/time.ts'

import { setRules } from '../support/rules.ts'
import { history, keyWorks, startServerWithToken } from '../support/serverWithToken.ts'
import { token } from '../support/tokenRecord.ts'
import { createToken } from '../support/tokens.ts'

type Schemas = components['schemas']

const start = new Date('2026-11-24T09:00:00Z')
const after = (days: number, ms = 0) => new Date(start.getTime() + days * msPerDay + ms)
const business: BusinessRecord = {
  id: 'biz_northwind',
  name: 'Northwind Home',
  plan: 'professional',
  timeZone: 'Europe/Dublin',
}
const by = { userId: 'usr_alex', now: start }
const ruled = withRules(business, { ...noRules, pauseUnusedAfter: 30 }, by)

/** A backend with a token from `start` and the rule that pauses it after 30 days. */
async function startWithRule(days = 30) {
  const started = await startServerWithToken()
  await setRules(started.admin, { pauseUnusedAfter: days })
  const { clock } = started.backend
  const goTo = async (time: Date) => {
    clock.set(time)
    return started.backend.as('admin')
  }
  const statusAt = async (time: Date, id = started.old.id) => {
    const admin = await goTo(time)
    return ((await admin('GET', `/api/tokens/${id}`)).body as Schemas['Token']).status
  }
  return { ...started, goTo, statusAt }
}

describe('the rule for unused tokens', () => {
  it('pauses a token at exactly the number of days after its last use, by itself', async () => {
    const { backend, old, goTo, statusAt } = await startWithRule()
    expect(await statusAt(after(30, -1))).toBe('active')
    expect(await statusAt(after(30))).toBe('paused')
    const admin = await goTo(after(31))
    const { body } = await admin('GET', `/api/tokens/${old.id}`)
    expect(body).toMatchObject({ pausedAt: after(30).toISOString(), updatedAt: old.updatedAt })
    const { items } = (await admin('GET', '/api/activity')).body as Schemas['ActivityList']
    expect(items[0]).toMatchObject({
      at: after(30).toISOString(),
      by: null,
      action: 'paused_by_rule',
      token: { name: 'ShipFast' },
      changes: [{ field: 'paused_at', before: null, after: after(30).toISOString() }],
    })
    expect(backend.storage.dump().activity.filter(({ byId }) => byId === '')).toHaveLength(1)
  })

  it('refuses the application from that moment, although nobody has looked', async () => {
    const { backend, oldKey, goTo } = await startWithRule()
    backend.clock.set(after(30))
    expect(await keyWorks(backend.nobody, oldKey)).toBe(false)
    const admin = await goTo(after(30, 1))
    const { items } = (await admin('GET', '/api/tokens')).body as Schemas['TokenList']
    expect(items[0]).toMatchObject({ pausedAt: after(30).toISOString() })
  })

  it('counts from the last request, and from the last time that it was resumed', async () => {
    const { backend, old, oldKey, goTo, statusAt } = await startWithRule()
    backend.clock.set(after(20))
    expect(await keyWorks(backend.nobody, oldKey)).toBe(true)
    expect(await statusAt(after(50, -1))).toBe('active')
    expect(await statusAt(after(50))).toBe('paused')
    const admin = await goTo(after(60))
    await admin('POST', `/api/tokens/${old.id}/resume`)
    expect(await statusAt(after(70))).toBe('active')
    expect(await history(await goTo(after(71)), old.id)).toEqual([
      'created',
      'paused_by_rule',
      'resumed',
    ])
  })

  it('pauses nothing for a week after it was set, and tells all Admins', async () => {
    const { backend, admin, old } = await startServerWithToken()
    await createToken(admin, { name: 'Also unused' })
    backend.clock.set(after(60))
    const later = await backend.as('admin')
    await setRules(later, { pauseUnusedAfter: 30 })
    const noticesAt = async (time: Date) => {
      backend.clock.set(time)
      const person = await backend.as('admin')
      const { items } = (await person('GET', '/api/notices')).body as Schemas['NoticeList']
      return items.filter(({ kind }) => kind === 'tokens_pausing')
    }
    expect(await noticesAt(after(60))).toMatchObject([
      { at: after(60).toISOString(), count: 2, token: null, expiresAt: after(67).toISOString() },
    ])
    const statusOf = async () => {
      const person = await backend.as('admin')
      return ((await person('GET', `/api/tokens/${old.id}`)).body as Schemas['Token']).status
    }
    backend.clock.set(after(67, -1))
    expect(await statusOf()).toBe('active')
    expect(await noticesAt(after(67))).toEqual([])
    expect(await statusOf()).toBe('paused')
  })

  it('gives the notice of a single token a week before', async () => {
    const { goTo } = await startWithRule()
    const noticesAt = async (time: Date) => {
      const { body } = await (await goTo(time))('GET', '/api/notices')
      return (body as Schemas['NoticeList']).items.filter(({ kind }) => kind === 'tokens_pausing')
    }
    expect(await noticesAt(after(23, -1))).toEqual([])
    expect(await noticesAt(after(23))).toMatchObject([
      { at: after(23).toISOString(), needsAction: false, count: 1, token: { name: 'ShipFast' } },
    ])
  })

  it('leaves an old key alone while its replacement runs, and counts for the new one', async () => {
    const { old, goTo, statusAt } = await startWithRule()
    const admin = await goTo(after(29))
    const { body } = await admin('POST', `/api/tokens/${old.id}/replacement`, {
      body: { accessLevel: 'read_only', keepOldKey: 'week' },
      headers: { 'Idempotency-Key': 'replacement-1' },
    })
    const { token: next } = body as Schemas['CreatedToken']
    expect(await statusAt(after(31))).toBe('being_replaced')
    expect(await statusAt(after(59, -1), next.id)).toBe('active')
    expect(await statusAt(after(59), next.id)).toBe('paused')
  })

  it('pauses when the clock goes forward, and not again when it went back', async () => {
    const { old, goTo, statusAt } = await startWithRule()
    expect(await statusAt(after(40))).toBe('paused')
    const admin = await goTo(after(1))
    await admin('POST', `/api/tokens/${old.id}/resume`)
    expect(await statusAt(after(31, -1))).toBe('active')
    expect(await statusAt(after(31))).toBe('paused')
  })

  it('is carried out by the clean-up, if nobody uses the service', async () => {
    const { backend } = await startWithRule()
    await cleanUp(backend.storage, after(35), () => Promise.resolve())
    const [stored] = backend.storage.dump().tokens
    expect(stored).toMatchObject({ pausedAt: after(30).toISOString() })
  })

  it('does not keep anybody from reading while the storage is full', async () => {
    const { backend, statusAt } = await startWithRule()
    backend.clock.set(after(31))
    const admin = await backend.as('admin')
    // The log-in above has not paused it: nobody was logged in.
    const write = vi.spyOn(backend.storage, 'write')
    write.mockRejectedValueOnce(new StorageError('full'))
    expect((await admin('GET', '/api/tokens')).status).toBe(200)
    write.mockRejectedValueOnce(new StorageError('unavailable'))
    expect((await admin('GET', '/api/tokens')).status).toBe(503)
    write.mockRestore()
    expect(await statusAt(after(31))).toBe('paused')
  })

  it('ends when the rule ends', async () => {
    const { admin, statusAt } = await startWithRule()
    await setRules(admin, { maxTokens: 50 })
    expect(await statusAt(after(70))).toBe('active')
  })
})

describe('when a token is due', () => {
  it('is never without the rule, for a paused token, an old key, and one that expires before', () => {
    expect(pauseDueAt(token, business)).toBeUndefined()
    expect(pauseDueAt({ ...token, pausedAt: start.toISOString() }, ruled)).toBeUndefined()
    expect(pauseDueAt({ ...token, replacedById: 'tok_2' }, ruled)).toBeUndefined()
    const expiresAt = after(30).toISOString()
    expect(pauseDueAt({ ...token, expiresAt }, ruled)).toBeUndefined()
    const late = after(30, 1).toISOString()
    expect(pauseDueAt({ ...token, expiresAt: late }, ruled)).toBe(expiresAt)
  })

  it('is counted from its creation, its last use or its resumption, whichever came last', () => {
    const used = { ...token, lastUsedAt: after(2).toISOString() }
    expect(pauseDueAt(used, ruled)).toBe(after(32).toISOString())
    const resumed = { ...used, resumedAt: after(3).toISOString() }
    expect(pauseDueAt(resumed, ruled)).toBe(after(33).toISOString())
  })

  it('makes another version of the token', () => {
    const pausedAt = after(30).toISOString()
    expect(pausedByRule(token, pausedAt)).toEqual({
      ...token,
      pausedAt,
      attempts: 0,
      version: token.version + 1,
    })
  })

  it('is when the token breaks the rule', () => {
    const breaks = (at: Date, change: Partial<TokenRecord> = {}) =>
      createBrokenRules(ruled, at)(toTokenProjection({ ...token, ...change }))
    expect(breaks(after(30, -1))).toEqual([])
    expect(breaks(after(30))).toEqual(['pause_unused_after'])
    expect(breaks(after(40), { pausedAt: after(30).toISOString() })).toEqual([])
  })

  it('stays when another rule changes, and starts again with another number of days', () => {
    const later = { userId: 'usr_alex', now: after(3) }
    const checked = { ...ruled, nextPauseCheckAt: after(9).toISOString() }
    const other = { ...noRules, pauseUnusedAfter: 30, maxTokens: 3 }
    expect(withRules(checked, other, later)).toMatchObject({
      rules: { pausesFrom: after(7).toISOString(), version: 2 },
      nextPauseCheckAt: after(9).toISOString(),
    })
    const changed = withRules(checked, { ...noRules, pauseUnusedAfter: 60 }, later)
    expect(changed.rules?.pausesFrom).toBe(after(10).toISOString())
    expect(changed).not.toHaveProperty('nextPauseCheckAt')
    expect(withRules(checked, noRules, later).rules?.pausesFrom).toBeNull()
    expect(withRules(business, { ...noRules, maxTokens: 3 }, later).rules?.pausesFrom).toBeNull()
    expect(withRules(ruled, other, later)).not.toHaveProperty('nextPauseCheckAt')
  })

  it('is looked up when it may have come', () => {
    const checked = (at: Date) => ({ ...ruled, nextPauseCheckAt: at.toISOString() })
    expect(isPauseCheckDue(business, start)).toBe(false)
    expect(isPauseCheckDue(ruled, start)).toBe(true)
    expect(isPauseCheckDue(checked(after(5)), after(5, -1))).toBe(false)
    expect(isPauseCheckDue(checked(after(5)), after(5))).toBe(true)
    // The clock was put back.
    expect(isPauseCheckDue(checked(after(40)), after(5))).toBe(true)
    expect(nextPauseCheck([], 30, start)).toBe(after(30).toISOString())
    const times = [after(9), after(4), after(50)].map((time) => time.toISOString())
    expect(nextPauseCheck(times, 30, start)).toBe(after(4).toISOString())
    expect(mayPauseSoon(business, start)).toBe(false)
    expect(mayPauseSoon(ruled, start)).toBe(true)
    expect(mayPauseSoon(checked(after(7)), start)).toBe(true)
    expect(mayPauseSoon(checked(after(7, 1)), start)).toBe(false)
  })
})
