import { describe, expect, it } from 'vitest'

import { isWellFormedKey } from '#src/shared/keyFormat.ts'
import { hashKey } from '#src/mock/domain/tokenKey.ts'
import { newToken, permissions } from '#src/kit/builders.ts'

import { startServer } from '../support/backend.ts'
import { invalidFieldsOf, problemOf } from '../support/problems.ts'
import { createToken } from '../support/tokens.ts'

describe('generating a token', () => {
  it('returns the token, its key, version and location, and forbids caching and changes by proxies', async () => {
    const admin = await (await startServer()).as('admin')
    const { status, headers, body } = await createToken(admin, {
      name: '  Ship  Fast ',
      description: 'Ships',
    })
    expect(status).toBe(201)
    expect(isWellFormedKey(body.key ?? '')).toBe(true)
    expect(body.token).toMatchObject({
      name: 'Ship Fast',
      description: 'Ships',
      accessLevel: 'read_only',
      keyPrefix: 'edesk_',
      keyEnding: body.key?.slice(-4),
      createdBy: { id: 'usr_alex', name: 'Alex Morgan' },
      createdAt: '2026-11-24T09:00:00.000Z',
      lastUsedAt: null,
      lastRefusedAt: null,
    })
    expect(headers.get('location')).toBe(`/api/tokens/${body.token.id}`)
    expect(headers.get('etag')).toBe('"1"')
    expect(headers.get('cache-control')).toBe('no-store, no-transform')
  })

  it('never generates a key with the same ending as another key of the business', async () => {
    const first = await createToken(await (await startServer()).as('admin'))
    // The same random bytes again, in a business that already has a token with this ending.
    const backend = await startServer()
    const other = { ...(await storedToken(first.body.token.id)), id: 'tok_other', keyHash: 'other' }
    await backend.storage.write((db) => db.put('tokens', { ...other, nameKey: 'other' }))
    const second = await createToken(await backend.as('admin'))
    expect(second.body.token.keyEnding).not.toBe(first.body.token.keyEnding)

    async function storedToken(id: string) {
      const same = await startServer()
      await createToken(await same.as('admin'))
      const token = same.storage.dump().tokens.find((candidate) => candidate.id === id)
      if (!token) throw new Error('The same random bytes created another token.')
      return token
    }
  })

  it('stores nothing that reveals the key, and returns it in no other response', async () => {
    const backend = await startServer()
    const admin = await backend.as('admin')
    const { body } = await createToken(admin)
    const key = body.key ?? ''
    const read = await admin('GET', `/api/tokens/${body.token.id}`)
    const list = await admin('GET', '/api/tokens')
    const everything = JSON.stringify([backend.storage.dump(), read.body, list.body])
    for (let start = 'edesk_'.length; start + 12 <= key.length; start += 1) {
      expect(everything).not.toContain(key.slice(start, start + 12))
    }
    expect(JSON.stringify(backend.storage.dump())).toContain(hashKey(key))
    expect(JSON.stringify([read.body, list.body])).not.toContain(hashKey(key))
  })

  it.each([
    ['no name', { name: '' }, { '#/name': 'required' }],
    ['a name of spaces', { name: ' \u200b ' }, { '#/name': 'required' }],
    ['a name of 81 characters', { name: 'x'.repeat(81) }, { '#/name': 'too-long' }],
    ['a name of 100,000 characters', { name: 'x'.repeat(100_000) }, { '#/name': 'too-long' }],
    ['a control character', { name: 'a\u0007' }, { '#/name': 'control-characters' }],
    ['a key as its name', { name: `edesk_${'0'.repeat(30)}495VgU` }, { '#/name': 'contains-key' }],
    [
      'a part of a key in its description',
      { description: `It is edesk_${'a'.repeat(16)}.` },
      { '#/description': 'contains-key' },
    ],
    ['a description of 501', { description: 'x'.repeat(501) }, { '#/description': 'too-long' }],
    [
      'two wrong fields',
      { name: '', description: 'a\u0000b' },
      { '#/name': 'required', '#/description': 'control-characters' },
    ],
    ['custom without permissions', { accessLevel: 'custom' }, { '#/permissions': 'required' }],
    [
      'custom without access to any feature',
      { accessLevel: 'custom', permissions: permissions() },
      { '#/permissions': 'required' },
    ],
    [
      'permissions without custom',
      { permissions: permissions() },
      { '#/permissions': 'not-allowed' },
    ],
    ['an unknown level', { accessLevel: 'root' }, { '#/accessLevel': 'not-allowed' }],
    ['a level of another type', { accessLevel: 7 }, { '#/accessLevel': 'wrong-type' }],
    ['a name of another type', { name: { toString: 1 } }, { '#/name': 'wrong-type' }],
    ['a read-only property', { id: 'tok_mine' }, { '#/id': 'unknown-property' }],
    ['an unknown property', { scope: 'all' }, { '#/scope': 'unknown-property' }],
    [
      'an unknown feature',
      { accessLevel: 'custom', permissions: { ...permissions(), pets: 'full_access' } },
      { '#/permissions/pets': 'unknown-property' },
    ],
    [
      'an unknown permission',
      { accessLevel: 'custom', permissions: { ...permissions(), users: 'write' } },
      { '#/permissions/users': 'not-allowed' },
    ],
  ])('refuses %s with an error at the field, and creates nothing', async (_what, wrong, faults) => {
    const admin = await (await startServer()).as('admin')
    const response = await createToken(admin, wrong as object)
    expect(problemOf(response)).toBe('422 invalid-fields')
    expect(invalidFieldsOf(response)).toEqual(faults)
    expect((await admin('GET', '/api/tokens')).body).toMatchObject({ total: 0 })
  })

  it.each([
    ['{"name":"a","accessLevel":"read_only","__proto__":{"x":1}}', '#/__proto__'],
    ['{"name":"a","accessLevel":"read_only","half\\ud800":1}', '#/half%EF%BF%BD'],
  ])('refuses %s', async (body, pointer) => {
    const admin = await (await startServer()).as('admin')
    const headers = { 'Idempotency-Key': 'proto-0001', 'Content-Type': 'application/json' }
    const response = await admin('POST', '/api/tokens', { headers, body })
    expect(invalidFieldsOf(response)).toEqual({ [pointer]: 'unknown-property' })
  })

  it.each(['ShipFast', 'ship FAST', 'Ｓhip fast', ' SHIP\u200bFAST '])(
    'refuses %j if the business has ShipFast: one token per application',
    async (name) => {
      const admin = await (await startServer()).as('admin')
      await createToken(admin, { name: 'ShipFast' })
      expect(invalidFieldsOf(await createToken(admin, { name }))).toEqual({ '#/name': 'taken' })
    },
  )

  it('accepts a name of another business or of a deleted token', async () => {
    const backend = await startServer()
    const admin = await backend.as('admin')
    const other = await backend.as('starterAdmin')
    await other('PUT', '/api/plan', { body: { plan: 'professional' } })
    const first = await createToken(admin)
    expect((await createToken(other)).status).toBe(201)
    await admin('DELETE', `/api/tokens/${first.body.token.id}`)
    expect((await createToken(admin)).status).toBe(201)
  })

  it('stores the permissions of Custom as chosen', async () => {
    const admin = await (await startServer()).as('admin')
    const chosen = permissions({ sales_orders: 'full_access', tickets: 'read_only' })
    const { body } = await createToken(admin, { accessLevel: 'custom', permissions: chosen })
    expect(body.token.permissions).toEqual(chosen)
  })
})

describe('a repeated request', () => {
  const key = 'repeated-request-1'

  it('finds the existing token and issues a new key: the first key stops working', async () => {
    const backend = await startServer()
    const admin = await backend.as('admin')
    const first = await createToken(admin, {}, key)
    const second = await createToken(admin, {}, key)
    expect(second.status).toBe(201)
    expect(second.body.token.id).toBe(first.body.token.id)
    expect(second.body.key).not.toBe(first.body.key)
    const stored = JSON.stringify(backend.storage.dump())
    expect(stored).toContain(hashKey(second.body.key ?? ''))
    expect(stored).not.toContain(hashKey(first.body.key ?? ''))
  })

  it('never creates a second token, even with many parallel requests', async () => {
    const admin = await (await startServer()).as('admin')
    const responses = await Promise.all(
      Array.from({ length: 20 }, () => createToken(admin, {}, key)),
    )
    expect(new Set(responses.map(({ body }) => body.token.id)).size).toBe(1)
    expect((await admin('GET', '/api/tokens')).body).toMatchObject({ total: 1 })
  })

  it('returns the token without its key after the key was shown', async () => {
    const admin = await (await startServer()).as('admin')
    const { body } = await createToken(admin, {}, key)
    await admin('POST', `/api/tokens/${body.token.id}/key-shown`)
    expect(await createToken(admin, {}, key)).toMatchObject({ status: 200, body: { key: null } })
  })

  it('returns the token without its key after ten minutes', async () => {
    const backend = await startServer()
    const admin = await backend.as('admin')
    await createToken(admin, {}, key)
    backend.clock.set(new Date('2026-11-24T09:10:00Z'))
    expect(await createToken(admin, {}, key)).toMatchObject({ status: 200, body: { key: null } })
  })

  it('is refused with another body, and changes nothing', async () => {
    const admin = await (await startServer()).as('admin')
    await createToken(admin, {}, key)
    const response = await createToken(admin, { name: 'Other' }, key)
    expect(problemOf(response)).toBe('422 idempotency-key-reused')
    expect((await admin('GET', '/api/tokens')).body).toMatchObject({ total: 1 })
  })

  it.each([
    ['active', null],
    ['expired', '2026-11-24T10:00:00.000Z'],
  ])('names the token that has its name already, which is %s', async (status, expiresAt) => {
    const backend = await startServer()
    const admin = await backend.as('admin')
    const { body } = await createToken(admin, { name: 'ShipFast', expiresAt })
    backend.clock.set(new Date('2026-11-24T10:00:00.000Z'))
    const refused = await createToken(admin, { name: 'shipfast' })
    expect(refused.body).toMatchObject({
      errors: [{ code: 'taken', token: { id: body.token.id, name: 'ShipFast', status } }],
    })
  })

  it('is a new request in another session', async () => {
    const backend = await startServer()
    await createToken(await backend.as('admin'), {}, key)
    const response = await createToken(await backend.as('otherAdmin'), {}, key)
    expect(invalidFieldsOf(response)).toEqual({ '#/name': 'taken' })
  })

  it('does not restore a deleted token', async () => {
    const admin = await (await startServer()).as('admin')
    const { body } = await createToken(admin, {}, key)
    await admin('DELETE', `/api/tokens/${body.token.id}`)
    expect(problemOf(await createToken(admin, {}, key))).toBe('404 not-found')
  })

  it('needs an Idempotency-Key', async () => {
    const admin = await (await startServer()).as('admin')
    const response = await admin('POST', '/api/tokens', { body: newToken() })
    expect(problemOf(response)).toBe('400 malformed-request')
  })
})
