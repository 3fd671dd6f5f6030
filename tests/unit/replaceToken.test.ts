import { describe, expect, it } from 'vitest'

import type { components } from '#src/api/generated/schema.ts'

import { permissions } from '../kit/builders.ts'
import type { Person } from '../support/backend.ts'
import { history, withToken, works } from '../support/oneToken.ts'
import { faultsOf, problemOf } from '../support/problems.ts'
import { generate } from '../support/tokens.ts'

type Schemas = components['schemas']

let count = 0
async function replace(
  person: Person,
  id: string,
  wanted: Partial<Schemas['Replacement']> = {},
  idempotencyKey = `replace-${(count += 1)}-token`,
) {
  const answered = await person('POST', `/api/tokens/${id}/replacement`, {
    headers: { 'Idempotency-Key': idempotencyKey },
    body: { accessLevel: 'full_access', keepOldKey: 'day', ...wanted },
  })
  return { ...answered, body: answered.body as Schemas['CreatedToken'] }
}

async function tokenAt(person: Person, id: string): Promise<Schemas['Token']> {
  return (await person('GET', `/api/tokens/${id}`)).body as Schemas['Token']
}

describe('replacing a token', () => {
  it('makes one with the same name, a key of its own and the access that is wanted', async () => {
    const { admin, old, oldKey } = await withToken()
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
    expect(await works(admin, body.key ?? '')).toBe(true)
  })

  it('keeps the old key for the time that is wanted, and not a millisecond longer', async () => {
    const { backend, admin, old, oldKey } = await withToken()
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
    expect(await works(admin, oldKey)).toBe(true)
    backend.clock.set(new Date('2026-11-24T10:00:00.000Z'))
    expect(await works(admin, oldKey)).toBe(false)
    expect(await works(admin, body.key ?? '')).toBe(true)
    expect((await tokenAt(admin, old.id)).status).toBe('expired')
  })

  it('without keeping the old key leaves one token, and one key that works', async () => {
    const { backend, admin, old, oldKey } = await withToken()
    const { body } = await replace(admin, old.id, { keepOldKey: 'none' })
    expect(await works(admin, oldKey)).toBe(false)
    expect(await works(admin, body.key ?? '')).toBe(true)
    expect(backend.storage.dump().tokens.map(({ name }) => name)).toEqual(['ShipFast'])
    expect(body.token).toMatchObject({ replaces: null, replacedBy: null })
    expect(backend.storage.dump().tokens).toMatchObject([{ replacesId: null, replacedById: null }])
    expect(await history(admin, old.id)).toEqual(['created', 'retired'])
    expect(await history(admin, body.token.id)).toEqual(['created'])
  })

  it('that is repeated makes no third token, and leaves exactly one new key', async () => {
    const { backend, admin, old, oldKey } = await withToken()
    const first = await replace(admin, old.id, {}, 'once-and-again')
    const second = await replace(admin, old.id, {}, 'once-and-again')
    expect(second.body.token.id).toBe(first.body.token.id)
    expect(backend.storage.dump().tokens).toHaveLength(2)
    expect(await works(admin, first.body.key ?? '')).toBe(false)
    expect(await works(admin, second.body.key ?? '')).toBe(true)
    expect(await works(admin, oldKey)).toBe(true)
    await admin('POST', `/api/tokens/${first.body.token.id}/key-shown`)
    const third = await replace(admin, old.id, {}, 'once-and-again')
    expect([third.status, third.body.key]).toEqual([200, null])
    const other = await replace(admin, old.id, { keepOldKey: 'week' }, 'once-and-again')
    expect(problemOf(other)).toBe('422 idempotency-key-reused')
  })

  it('is repeated also where nothing of the old one is left', async () => {
    const { admin, old } = await withToken()
    const first = await replace(admin, old.id, { keepOldKey: 'none' }, 'none-and-again')
    const second = await replace(admin, old.id, { keepOldKey: 'none' }, 'none-and-again')
    expect([second.status, second.body.token.id]).toEqual([201, first.body.token.id])
  })

  it('cannot be done twice at once, nor of a token that was deleted meanwhile', async () => {
    const { admin, old } = await withToken()
    const [one, other] = await Promise.all([replace(admin, old.id), replace(admin, old.id)])
    expect([one.status, other.status].sort()).toEqual([201, 409])
    await admin('DELETE', `/api/tokens/${old.id}`)
    expect(problemOf(await replace(admin, old.id))).toBe('404 not-found')
  })

  it('of a replacement gives the second old key a name of its own', async () => {
    const { backend, admin, old } = await withToken()
    const { body } = await replace(admin, old.id)
    await replace(admin, body.token.id)
    const names = backend.storage.dump().tokens.map(({ name }) => name)
    expect(names).toEqual([
      `ShipFast (old key …${old.keyEnding})`,
      `ShipFast (old key …${body.token.keyEnding})`,
      'ShipFast',
    ])
  })

  it('finds another name for the old one where somebody has that one', async () => {
    const { admin, old } = await withToken()
    await generate(admin, { name: `SHIPFAST (old key …${old.keyEnding})` })
    await replace(admin, old.id)
    expect((await tokenAt(admin, old.id)).name).toBe(`ShipFast (old key …${old.keyEnding}, 2)`)
  })

  it.each([
    [{ permissions: permissions({}) }, { '#/permissions': 'not-allowed' }],
    [{ accessLevel: 'custom' as const }, { '#/permissions': 'required' }],
    [{ expiresAt: '2026-11-24T09:00:00Z' }, { '#/expiresAt': 'in-the-past' }],
  ])('with %j is refused, and nothing is changed', async (wanted, faults) => {
    const { backend, admin, old } = await withToken()
    const before = backend.storage.dump()
    expect(faultsOf(await replace(admin, old.id, wanted))).toEqual(faults)
    expect(backend.storage.dump()).toEqual(before)
  })

  it('leaves a paused one paused, and an expired one expired', async () => {
    const { backend, admin, old } = await withToken()
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

describe('the old one of two', () => {
  it('is retired at a word, and its key is refused from then on', async () => {
    const { backend, admin, old, oldKey } = await withToken()
    const { body } = await replace(admin, old.id)
    expect((await admin('POST', `/api/tokens/${old.id}/retirement`)).status).toBe(204)
    expect(await works(admin, oldKey)).toBe(false)
    expect((await tokenAt(admin, body.token.id)).replaces).toBeNull()
    expect(backend.storage.dump().tokens).toMatchObject([{ id: body.token.id, replacesId: null }])
    expect(await history(admin, old.id)).toEqual(['created', 'replaced', 'retired'])
  })

  it('lives no longer where the new one is deleted, and can be replaced again', async () => {
    const { admin, old, oldKey } = await withToken()
    const { body } = await replace(admin, old.id)
    await admin('DELETE', `/api/tokens/${body.token.id}`)
    expect(await tokenAt(admin, old.id)).toMatchObject({
      status: 'expiring_soon',
      replacedBy: null,
      expiresAt: '2026-11-25T09:00:00.000Z',
    })
    expect(await works(admin, oldKey)).toBe(true)
    const late = await admin('POST', `/api/tokens/${old.id}/retirement`)
    expect(problemOf(late)).toBe('409 not-being-replaced')
    expect((await replace(admin, old.id)).status).toBe(201)
  })
})

describe('the old one of two whose new one is replaced itself', () => {
  const goings = {
    'is deleted': (admin: Person, id: string) => admin('DELETE', `/api/tokens/${id}`),
    'is retired': (admin: Person, id: string) => admin('POST', `/api/tokens/${id}/retirement`),
  }

  it.each(Object.entries(goings))(
    'belongs to the newest once the one between %s',
    async (_how, goes) => {
      const { admin, old } = await withToken()
      const { body: second } = await replace(admin, old.id)
      const { body: third } = await replace(admin, second.token.id)
      await goes(admin, second.token.id)
      expect(await tokenAt(admin, old.id)).toMatchObject({ replacedBy: { id: third.token.id } })
      expect(await tokenAt(admin, third.token.id)).toMatchObject({ replaces: { id: old.id } })
      expect((await admin('POST', `/api/tokens/${old.id}/retirement`)).status).toBe(204)
      expect(await tokenAt(admin, third.token.id)).toMatchObject({ replaces: null })
    },
  )

  it('belongs to the newest at once where the one between is not kept', async () => {
    const { admin, old } = await withToken()
    const { body: second } = await replace(admin, old.id)
    const { body: third } = await replace(admin, second.token.id, { keepOldKey: 'none' })
    expect(await tokenAt(admin, old.id)).toMatchObject({ replacedBy: { id: third.token.id } })
    expect(await tokenAt(admin, third.token.id)).toMatchObject({ replaces: { id: old.id } })
  })
})

describe('an old one of two that is left alone', () => {
  async function leftAlone(name = 'ShipFast') {
    const { backend, admin, old } = await withToken(name)
    const { body } = await replace(admin, old.id)
    await admin('DELETE', `/api/tokens/${body.token.id}`)
    return { backend, admin, old, oldName: `${name} (old key …${old.keyEnding})` }
  }

  it('gives the new one the name of the application, and keeps its own', async () => {
    const { admin, old, oldName } = await leftAlone()
    const { body } = await replace(admin, old.id)
    expect(body.token.name).toBe('ShipFast')
    expect((await tokenAt(admin, old.id)).name).toBe(oldName)
    const { items } = (await admin('GET', '/api/activity?pageSize=2'))
      .body as Schemas['ActivityList']
    expect(items.map(({ action, token }) => [action, token.name])).toEqual([
      ['created', 'ShipFast'],
      ['replaced', oldName],
    ])
  })

  it('does so as well where it is deleted at once', async () => {
    const { backend, admin, old } = await leftAlone()
    await replace(admin, old.id, { keepOldKey: 'none' })
    expect(backend.storage.dump().tokens.map(({ name }) => name)).toEqual(['ShipFast'])
  })

  it('gives it its own name where somebody has the application’s by now', async () => {
    const { admin, old, oldName } = await leftAlone()
    await generate(admin, { name: 'SHIPFAST' })
    const { body } = await replace(admin, old.id)
    expect(body.token.name).toBe(oldName)
    expect((await tokenAt(admin, old.id)).name).toBe(`${oldName} (old key …${old.keyEnding})`)
  })

  it('finds a name for each of two that would be cut to the same', async () => {
    const { admin, old, oldName } = await leftAlone('x'.repeat(64))
    await generate(admin, { name: 'X'.repeat(64) })
    const { body } = await replace(admin, old.id)
    expect(body.token.name).toBe(oldName)
    const other = `${'x'.repeat(61)} (old key …${old.keyEnding}, 2)`
    expect((await tokenAt(admin, old.id)).name).toBe(other)
  })
})
