import { describe, expect, it } from 'vitest'

import type { components } from '#src/api/generated/schema.ts'
import { msPerDay, msPerMinute } from '#src/shared/time.ts'

import { type Answered, type Person, startServer } from '../support/backend.ts'
import { invalidFieldsOf } from '../support/problems.ts'
import { connect } from '../support/publicApi/application.ts'
import { createToken } from '../support/tokens.ts'

type Notices = components['schemas']['NoticeList']

const start = new Date('2026-11-24T09:00:00Z')
const later = (days: number) => new Date(start.getTime() + days * msPerDay)

async function noticesOf(person: Person): Promise<Notices> {
  return (await person('GET', '/api/notices')).body as Notices
}

async function kindsOf(person: Person): Promise<string[]> {
  return (await noticesOf(person)).items.map(({ kind }) => kind)
}

const mark = (person: Person, ids: readonly string[], read = true): Promise<Answered> =>
  person('POST', '/api/notices/read', { body: { ids, read } })

async function twoAdmins() {
  const backend = await startServer()
  return { backend, alex: await backend.as('admin'), robin: await backend.as('otherAdmin') }
}

describe('the notices of an Admin', () => {
  it('are empty at first', async () => {
    const { alex } = await twoAdmins()
    expect(await noticesOf(alex)).toEqual({ items: [], unread: 0, unreadActions: 0, total: 0 })
  })

  it('show who waits for Admin access, until somebody decides', async () => {
    const { backend, alex, robin } = await twoAdmins()
    const agent = await backend.as('agent')
    const { body } = await agent('POST', '/api/access-requests')
    const { items, unread } = await noticesOf(alex)
    expect(items).toMatchObject([
      { kind: 'access_request', needsAction: true, read: false, token: null },
    ])
    expect(items[0]?.person?.name).toBe((body as { user: { name: string } }).user.name)
    expect(unread).toBe(1)
    const { id } = body as { id: string }
    await robin('PATCH', `/api/access-requests/${id}`, { body: { status: 'declined' } })
    expect(await noticesOf(alex)).toEqual({ items: [], unread: 0, unreadActions: 0, total: 0 })
  })

  it('show the changes of other people, but not their own', async () => {
    const { alex, robin } = await twoAdmins()
    const { body } = await createToken(robin)
    expect(await noticesOf(alex)).toMatchObject({
      items: [
        {
          kind: 'token_changes',
          action: 'created',
          person: { name: 'Robin Field' },
          token: { id: body.token.id, exists: true },
          count: 1,
        },
      ],
      unread: 1,
      unreadActions: 0,
      total: 1,
    })
    expect(await kindsOf(robin)).toEqual([])
    await robin('DELETE', `/api/tokens/${body.token.id}`)
    const { items } = await noticesOf(alex)
    expect(items.map(({ action, token }) => [action, token?.exists])).toEqual([
      ['created', false],
      ['deleted', false],
    ])
  })

  it('combine changes of many tokens, for example deleting all', async () => {
    const { alex, robin } = await twoAdmins()
    const made = []
    for (const name of ['a', 'b', 'c']) made.push(await createToken(robin, { name }))
    for (const { body } of made) await robin('DELETE', `/api/tokens/${body.token.id}`)
    const { items } = await noticesOf(alex)
    const shown = items.map(({ action, count, token }) => [action, count, token])
    expect(shown).toEqual([
      ['created', 3, null],
      ['deleted', 3, null],
    ])
  })

  it('show when a token will expire, for one threshold after another, and when it has', async () => {
    const { backend, alex } = await twoAdmins()
    await createToken(alex)
    const shown = []
    for (const days of [75, 76, 82.5, 83, 89, 90, 119, 120, 76]) {
      backend.clock.set(later(days))
      const { items } = await noticesOf(await backend.as('admin'))
      shown.push([days, ...items.map(({ kind, at }) => `${kind} ${at}`)])
    }
    const at = (days: number) => later(days).toISOString()
    expect(shown).toEqual([
      [75],
      [76, `token_expiring ${at(76)}`],
      [82.5, `token_expiring ${at(76)}`],
      [83, `token_expiring ${at(83)}`],
      [89, `token_expiring ${at(89)}`],
      [90, `token_expired ${at(90)}`],
      [119, `token_expired ${at(90)}`],
      [120],
      [76, `token_expiring ${at(76)}`],
    ])
    expect(await kindsOf(await backend.as('otherAdmin'))).toEqual(['token_expiring'])
  })

  it('show once that a key is used after a long silence', async () => {
    const { backend, application, token } = await connect()
    backend.clock.set(later(10))
    await application('GET', '/v1/whoami')
    const currentNotices = async () => (await noticesOf(await backend.as('admin'))).items
    expect(await currentNotices()).toEqual([])
    backend.clock.set(later(71))
    await application('GET', '/v1/whoami')
    await application('GET', '/v1/whoami')
    expect(await currentNotices()).toMatchObject([
      { kind: 'token_awake', token: { id: token.id }, since: later(10).toISOString() },
    ])
    const other = await backend.as('starterAdmin')
    await other('PUT', '/api/plan', { body: { plan: 'professional' } })
    expect(await kindsOf(other)).toEqual([])
  })

  it('show a token whose requests are all refused, once until its next successful request', async () => {
    const { backend, admin, application, token } = await connect({ tickets: 'read_only' })
    const refuse = async (times: number) => {
      for (let count = 0; count < times; count += 1) await application('GET', '/v1/contacts')
    }
    await refuse(9)
    expect(await kindsOf(admin)).toEqual([])
    await refuse(1)
    const [first] = (await noticesOf(admin)).items
    expect(first).toMatchObject({ kind: 'token_only_refused', token: { id: token.id } })
    expect(backend.storage.dump().notices).toHaveLength(1)
    backend.clock.set(new Date(start.getTime() + msPerMinute))
    await refuse(10)
    expect((await noticesOf(admin)).items[0]?.id).toBe(first?.id)

    backend.clock.set(new Date(start.getTime() + 120_000))
    await application('GET', '/v1/tickets')
    expect(await kindsOf(admin)).toEqual([])
    // A notice that is over would count towards the limit of the scan.
    expect(backend.storage.dump().notices).toEqual([])
    await refuse(10)
    const again = await noticesOf(admin)
    expect(again.total).toBe(1)
    expect(again.items[0]?.id).not.toBe(first?.id)
    await admin('DELETE', `/api/tokens/${token.id}`)
    expect(await noticesOf(admin)).toMatchObject({ total: 0 })
    expect(backend.storage.dump().notices).toEqual([])
  })

  it('say how often a paused or expired token is still tried, instead of that it is refused', async () => {
    const { backend, admin, application, token } = await connect()
    const body = { expiresAt: later(2).toISOString() }
    await admin('PATCH', `/api/tokens/${token.id}`, { headers: { 'If-Match': '*' }, body })
    const robin = await backend.as('otherAdmin')
    const tryIt = async (times: number) => {
      for (let count = 0; count < times; count += 1) await application('GET', '/v1/whoami')
    }
    const shown = async () => {
      const { items } = await noticesOf(await backend.as('admin'))
      return items.map(({ kind, needsAction, attempts }) => [kind, needsAction, attempts])
    }
    await tryIt(1)
    await robin('POST', `/api/tokens/${token.id}/pause`)
    await tryIt(34)
    expect(await shown()).toEqual([['token_changes', false, 34]])
    await robin('POST', `/api/tokens/${token.id}/resume`)
    expect((await shown()).map(([, , attempts]) => attempts)).toEqual([0, 0])
    backend.clock.set(later(2))
    await tryIt(12)
    backend.clock.set(later(31))
    await tryIt(1)
    backend.clock.set(later(60))
    expect(await shown()).toEqual([['token_expired', true, 13]])
    backend.clock.set(later(61))
    expect(await shown()).toEqual([])
  })

  it('show an expiring token among many that are being replaced', async () => {
    const { backend, alex } = await twoAdmins()
    const { body } = await createToken(alex)
    const [forgotten] = backend.storage.dump().tokens
    if (!forgotten) throw new Error('The data has no token.')
    const old = Array.from({ length: 250 }, (_, number) => ({
      ...forgotten,
      id: `tok_${number}`,
      nameKey: `old${number}`,
      keyHash: `hash ${number}`,
      keyEnding: `${number}`,
      replacedById: body.token.id,
      // Half of them expire shortly before it, the others shortly after it.
      expiresAt: new Date(later(90).getTime() + (number - 124.5) * 1000).toISOString(),
    }))
    await backend.storage.write((db) => db.putAll('tokens', old))
    for (const [days, kind] of [
      [89.9, 'token_expiring'],
      [90.1, 'token_expired'],
    ] as const) {
      backend.clock.set(later(days))
      const { items } = await noticesOf(await backend.as('admin'))
      expect(items).toMatchObject([{ kind, token: { id: body.token.id } }])
    }
  })

  it('are limited to fifty, and include the total', async () => {
    const { backend, alex } = await twoAdmins()
    for (let number = 0; number < 60; number += 1) {
      await createToken(alex, { name: `Token ${number}` })
    }
    backend.clock.set(later(89))
    const { items, unread, unreadActions, total } = await noticesOf(await backend.as('admin'))
    expect([items.length, unread, unreadActions, total]).toEqual([50, 50, 0, 60])
  })

  it('are those of the own business, and skip tokens below the Professional plan', async () => {
    const { backend, alex, robin } = await twoAdmins()
    await createToken(robin)
    const other = await backend.as('starterAdmin')
    expect(await kindsOf(other)).toEqual([])
    await backend.as('agent').then((agent) => agent('POST', '/api/access-requests'))
    await alex('PUT', '/api/plan', { body: { plan: 'starter' } })
    expect(await kindsOf(alex)).toEqual(['access_request'])
    expect(await kindsOf(other)).toEqual([])
  })
})

describe('marking a notice as read', () => {
  it('applies only to the user who marked it, until they undo it', async () => {
    const { backend, alex, robin } = await twoAdmins()
    await backend.as('agent').then((agent) => agent('POST', '/api/access-requests'))
    const [notice] = (await noticesOf(alex)).items
    const ids = [notice?.id ?? '']
    expect((await mark(alex, ids)).status).toBe(204)
    expect(await noticesOf(alex)).toMatchObject({ unread: 0, items: [{ read: true }] })
    expect(await noticesOf(robin)).toMatchObject({ unread: 1, items: [{ read: false }] })
    await mark(alex, ids)
    await mark(alex, ids, false)
    expect(await noticesOf(alex)).toMatchObject({ unread: 1 })
  })

  it('stores nothing for an unknown notice, for example of another business', async () => {
    const { backend, alex, robin } = await twoAdmins()
    await createToken(robin)
    const ids = (await noticesOf(alex)).items.map(({ id }) => id)
    const other = await backend.as('starterAdmin')
    expect((await mark(other, [...ids, 'nothing'])).status).toBe(204)
    expect(backend.storage.dump().noticeReads).toEqual([])
  })

  it('is forgotten after a year, so that marks do not grow without limit', async () => {
    const { backend, alex, robin } = await twoAdmins()
    await createToken(robin)
    await mark(
      alex,
      (await noticesOf(alex)).items.map(({ id }) => id),
    )
    expect(backend.storage.dump().noticeReads).toHaveLength(1)
    for (const [days, left] of [
      [364, 1],
      [365, 0],
    ] as const) {
      backend.clock.set(later(days))
      await mark(await backend.as('admin'), ['nothing'])
      expect(backend.storage.dump().noticeReads).toHaveLength(left)
    }
  })

  it.each([
    [{ ids: [], read: true }, { '#/ids': 'not-allowed' }],
    [
      { ids: Array.from({ length: 101 }, (_, id) => String(id)), read: true },
      { '#/ids': 'not-allowed' },
    ],
    [{ ids: ['x'.repeat(201)], read: true }, { '#/ids/0': 'too-long' }],
    [{ ids: ['x'] }, { '#/read': 'required' }],
    [
      { ids: 'x', read: 'yes' },
      { '#/ids': 'wrong-type', '#/read': 'wrong-type' },
    ],
  ])("needs the notice's id: not %j", async (body, faults) => {
    const { alex } = await twoAdmins()
    expect(invalidFieldsOf(await alex('POST', '/api/notices/read', { body }))).toMatchObject(faults)
  })
})
