import { describe, expect, it } from 'vitest'

import type { components } from '#src/api/generated/schema.ts'
import { permissions } from '#src/kit/builders.ts'

import { invalidFieldsOf, problemOf } from '../support/problems.ts'
import { replace, tokenAt } from '../support/replaceToken.ts'
import { history, startServerWithToken, keyWorks } from '../support/serverWithToken.ts'
import { createToken } from '../support/tokens.ts'

type Schemas = components['schemas']

describe('replacing a token', () => {
  it('creates a token with the same name, a new key and the chosen access', async () => {
    const { admin, old, oldKey } = await startServerWithToken()
    const { status, headers, body } = await replace(admin, old.id, {
      accessLevel: 'custom',
      permissions: permissions({ tickets: 'read_only' }),
    })
    expect(status).toBe(201)
    expect(headers.get('location')).toBe(`/api/tokens/${body.token.id}`)
    expect(body.token).toMatchObject({
      name: 'ShipFast',
      description: 'Ships',
      accessLevel: 'custom',
      permissions: permissions({ tickets: 'read_only' }),
      expiresAt: '2027-02-22T09:00:00.000Z',
      lastUsedAt: null,
      status: 'active',
    })
    expect(body.key).not.toBe(oldKey)
    expect(await keyWorks(admin, body.key ?? '')).toBe(true)
  })

  it('keeps the old key for exactly the chosen time', async () => {
    const { backend, admin, old, oldKey } = await startServerWithToken()
    const { body } = await replace(admin, old.id, { keepOldKey: 'hour' })
    expect(await tokenAt(admin, old.id)).toMatchObject({
      name: `ShipFast (old key …${old.keyEnding})`,
      status: 'being_replaced',
      expiresAt: '2026-11-24T10:00:00.000Z',
      replacedBy: { id: body.token.id, name: 'ShipFast', keyEnding: body.token.keyEnding },
      replaces: null,
    })
    expect(body.token.replaces).toMatchObject({ id: old.id, keyEnding: old.keyEnding })
    const { activity } = backend.storage.dump()
    expect(activity.find(({ action }) => action === 'replaced')?.changes).toEqual([
      { field: 'name', before: 'ShipFast', after: `ShipFast (old key …${old.keyEnding})` },
      { field: 'expires_at', before: old.expiresAt, after: '2026-11-24T10:00:00.000Z' },
      { field: 'replaced_by', before: null, after: body.token.id },
    ])
    backend.clock.set(new Date('2026-11-24T09:59:59.999Z'))
    expect(await keyWorks(admin, oldKey)).toBe(true)
    backend.clock.set(new Date('2026-11-24T10:00:00.000Z'))
    expect(await keyWorks(admin, oldKey)).toBe(false)
    expect(await keyWorks(admin, body.key ?? '')).toBe(true)
    expect((await tokenAt(admin, old.id)).status).toBe('expired')
  })

  it('has one row in the list with the old key in it, until that key stops working', async () => {
    const { backend, admin, old } = await startServerWithToken()
    const second = (await replace(admin, old.id, { keepOldKey: 'week' })).body.token
    const third = (await replace(admin, second.id, { keepOldKey: 'hour' })).body.token
    const list = async (query = '') =>
      (await admin('GET', `/api/tokens${query}`)).body as Schemas['TokenList']
    const keys = ({ items }: Schemas['TokenList']) =>
      items.map(({ id, oldKeys }) => [id, ...oldKeys.map((key) => key.id)])
    const all = await list()
    expect(keys(all)).toEqual([[third.id, second.id, old.id]])
    expect([all.total, all.counts.all]).toEqual([1, 1])
    expect(all.items[0]?.oldKeys[0]).toMatchObject({
      keyEnding: second.keyEnding,
      status: 'being_replaced',
      expiresAt: '2026-11-24T10:00:00.000Z',
      lastUsedAt: null,
      lastRefusedAt: null,
    })
    for (const query of [`?search=${old.keyEnding}`, '?status=being_replaced', '?sort=name']) {
      expect(keys(await list(query)), query).toEqual(keys(all))
    }
    expect((await admin('GET', '/api/token-ids')).body).toMatchObject({
      items: [{ id: third.id, oldKeyIds: [second.id, old.id] }],
      total: 1,
    })
    backend.clock.set(new Date('2026-11-24T10:00:00.000Z'))
    const after = await list('?sort=createdAt')
    expect(keys(after).toSorted()).toEqual([[second.id, old.id], [third.id]].toSorted())
    expect(after.counts.all).toBe(2)
    await admin('DELETE', `/api/tokens/${second.id}`)
    expect(keys(await list())).toEqual([[third.id, old.id]])
  })

  it('without keeping the old key leaves one token and one working key', async () => {
    const { backend, admin, old, oldKey } = await startServerWithToken()
    const { body } = await replace(admin, old.id, { keepOldKey: 'none' })
    expect(await keyWorks(admin, oldKey)).toBe(false)
    expect(await keyWorks(admin, body.key ?? '')).toBe(true)
    expect(backend.storage.dump().tokens.map(({ name }) => name)).toEqual(['ShipFast'])
    expect(body.token).toMatchObject({ replaces: null, replacedBy: null })
    expect(backend.storage.dump().tokens).toMatchObject([{ replacesId: null, replacedById: null }])
    expect(await history(admin, old.id)).toEqual(['created', 'retired'])
    expect(await history(admin, body.token.id)).toEqual(['created'])
  })

  it('creates no third token if the request is repeated, and leaves exactly one new key', async () => {
    const { backend, admin, old, oldKey } = await startServerWithToken()
    const first = await replace(admin, old.id, {}, 'once-and-again')
    const second = await replace(admin, old.id, {}, 'once-and-again')
    expect(second.body.token.id).toBe(first.body.token.id)
    expect(backend.storage.dump().tokens).toHaveLength(2)
    expect(await keyWorks(admin, first.body.key ?? '')).toBe(false)
    expect(await keyWorks(admin, second.body.key ?? '')).toBe(true)
    expect(await keyWorks(admin, oldKey)).toBe(true)
    await admin('POST', `/api/tokens/${first.body.token.id}/key-shown`)
    const third = await replace(admin, old.id, {}, 'once-and-again')
    expect([third.status, third.body.key]).toEqual([200, null])
    const other = await replace(admin, old.id, { keepOldKey: 'week' }, 'once-and-again')
    expect(problemOf(other)).toBe('422 idempotency-key-reused')
  })

  it('can be repeated if the old token is gone', async () => {
    const { admin, old } = await startServerWithToken()
    const first = await replace(admin, old.id, { keepOldKey: 'none' }, 'none-and-again')
    const second = await replace(admin, old.id, { keepOldKey: 'none' }, 'none-and-again')
    expect([second.status, second.body.token.id]).toEqual([201, first.body.token.id])
  })

  it('is not possible twice in parallel, nor for a token deleted in the meantime', async () => {
    const { admin, old } = await startServerWithToken()
    const [one, other] = await Promise.all([replace(admin, old.id), replace(admin, old.id)])
    expect([one.status, other.status].sort()).toEqual([201, 409])
    await admin('DELETE', `/api/tokens/${old.id}`)
    expect(problemOf(await replace(admin, old.id))).toBe('404 not-found')
  })

  it('gives the old key of a second replacement its own name', async () => {
    const { backend, admin, old } = await startServerWithToken()
    const { body } = await replace(admin, old.id)
    await replace(admin, body.token.id)
    const names = backend.storage.dump().tokens.map(({ name }) => name)
    expect(names).toEqual([
      `ShipFast (old key …${old.keyEnding})`,
      `ShipFast (old key …${body.token.keyEnding})`,
      'ShipFast',
    ])
  })

  it('chooses another name for the old token if that name is taken', async () => {
    const { admin, old } = await startServerWithToken()
    await createToken(admin, { name: `SHIPFAST (old key …${old.keyEnding})` })
    await replace(admin, old.id)
    expect((await tokenAt(admin, old.id)).name).toBe(`ShipFast (old key …${old.keyEnding}, 2)`)
  })

  it.each([
    [{ permissions: permissions({}) }, { '#/permissions': 'not-allowed' }],
    [{ accessLevel: 'custom' as const }, { '#/permissions': 'required' }],
    [
      { accessLevel: 'custom' as const, permissions: permissions() },
      { '#/permissions': 'required' },
    ],
    [{ expiresAt: '2026-11-24T09:00:00Z' }, { '#/expiresAt': 'in-the-past' }],
  ])('is refused with %j, and changes nothing', async (fields, faults) => {
    const { backend, admin, old } = await startServerWithToken()
    const before = backend.storage.dump()
    expect(invalidFieldsOf(await replace(admin, old.id, fields))).toEqual(faults)
    expect(backend.storage.dump()).toEqual(before)
  })

  it('leaves a paused token paused, and an expired token expired', async () => {
    const { backend, admin, old } = await startServerWithToken()
    await admin('POST', `/api/tokens/${old.id}/pause`)
    const { body } = await replace(admin, old.id)
    expect((await tokenAt(admin, old.id)).status).toBe('paused')
    backend.clock.set(new Date('2027-03-01T09:00:00Z'))
    const later = await backend.as('admin')
    await replace(later, body.token.id)
    expect(await tokenAt(later, body.token.id)).toMatchObject({
      status: 'expired',
      expiresAt: '2027-02-22T09:00:00.000Z',
    })
  })
})
