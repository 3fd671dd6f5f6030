import { describe, expect, it } from 'vitest'

import type { components } from '#src/api/generated/schema.ts'

import { type Person, startServer } from '../support/backend.ts'
import { invalidFieldsOf, problemOf } from '../support/problems.ts'
import { createToken } from '../support/tokens.ts'

type Token = components['schemas']['Token']
type TokenList = components['schemas']['TokenList']

async function withToken() {
  const backend = await startServer()
  const admin = await backend.as('admin')
  const { body } = await createToken(admin)
  const path = `/api/tokens/${body.token.id}`
  const etag = (await admin('GET', path)).headers.get('etag') ?? ''
  return { backend, admin, path, etag }
}

async function names(person: Person, query = ''): Promise<string[]> {
  const { body } = await person('GET', `/api/tokens${query}`)
  return (body as TokenList).items.map(({ name }) => name)
}

describe('the list of tokens', () => {
  it('is empty at first', async () => {
    const admin = await (await startServer()).as('admin')
    const counts = { all: 0, unused: 0, expiring: 0, failing: 0 }
    const empty = { items: [], total: 0, counts, page: 1, pageSize: 25 }
    expect((await admin('GET', '/api/tokens')).body).toEqual(empty)
  })

  it('is paged, newest first, or sorted by name regardless of case', async () => {
    const backend = await startServer()
    const admin = await backend.as('admin')
    for (const [minute, name] of ['b', 'C', 'a'].entries()) {
      backend.clock.set(new Date(Date.UTC(2026, 10, 24, 9, minute)))
      await createToken(admin, { name })
    }
    expect(await names(admin)).toEqual(['a', 'C', 'b'])
    expect(await names(admin, '?sort=createdAt')).toEqual(['b', 'C', 'a'])
    expect(await names(admin, '?sort=name')).toEqual(['a', 'b', 'C'])
    expect(await names(admin, '?sort=-name&pageSize=2')).toEqual(['C', 'b'])
    expect(await names(admin, '?sort=-name&pageSize=2&page=2')).toEqual(['a'])
    expect(await names(admin, '?page=9')).toEqual([])
  })

  it.each(['?page=0', '?page=x', '?pageSize=101', '?sort=color', '?page=1.5'])(
    'refuses %s',
    async (query) => {
      const admin = await (await startServer()).as('admin')
      expect(problemOf(await admin('GET', `/api/tokens${query}`))).toBe('400 malformed-request')
    },
  )

  it('ignores unknown parameters', async () => {
    const admin = await (await startServer()).as('admin')
    expect((await admin('GET', '/api/tokens?color=red')).status).toBe(200)
  })
})

describe('changing a token', () => {
  it('to its current values changes nothing and is not recorded', async () => {
    const { backend, admin, path, etag } = await withToken()
    const before = backend.storage.dump()
    backend.clock.set(new Date('2026-11-24T10:00:00Z'))
    const { name, description } = (await admin('GET', path)).body as Token
    const response = await admin('PATCH', path, {
      body: { name: `  ${name} `, description },
      headers: { 'If-Match': etag },
    })
    expect([response.status, response.headers.get('etag')]).toEqual([200, etag])
    expect(backend.storage.dump()).toEqual(before)
  })

  it('sets a new name, description and version', async () => {
    const { admin, path, etag } = await withToken()
    const body = { name: ' Parcel Pal ', description: 'Ships' }
    const response = await admin('PATCH', path, { body, headers: { 'If-Match': etag } })
    expect(response.body).toMatchObject({ name: 'Parcel Pal', description: 'Ships' })
    expect(response.headers.get('etag')).not.toBe(etag)
    expect((await admin('GET', path)).headers.get('etag')).toBe(response.headers.get('etag'))
  })

  it('with an outdated version changes nothing', async () => {
    const { backend, admin, path, etag } = await withToken()
    const other = await backend.as('otherAdmin')
    const headers = { 'If-Match': etag }
    await other('PATCH', path, { body: { name: 'Theirs' }, headers })
    const response = await admin('PATCH', path, { body: { name: 'Mine' }, headers })
    expect(problemOf(response)).toBe('412 version-changed')
    expect((await admin('GET', path)).body).toMatchObject({
      name: 'Theirs',
      updatedBy: { name: 'Robin Field' },
    })
  })

  it.each([
    [undefined, '428 version-missing'],
    ['W/"2"', '412 version-changed'],
    ['nonsense', '412 version-changed'],
  ])('with If-Match %s is refused: %s', async (ifMatch, problem) => {
    const { admin, path } = await withToken()
    const headers: Record<string, string> = ifMatch ? { 'If-Match': ifMatch } : {}
    expect(problemOf(await admin('PATCH', path, { body: { name: 'x' }, headers }))).toBe(problem)
  })

  it.each([
    [{ accessLevel: 'full_access' }, { '#/accessLevel': 'unknown-property' }],
    [{ permissions: {} }, { '#/permissions': 'unknown-property' }],
    [{ createdBy: null, name: 'x' }, { '#/createdBy': 'unknown-property' }],
    [{ name: '' }, { '#/name': 'required' }],
    [{ name: 'Taken' }, { '#/name': 'taken' }],
    [{}, { '#': 'required' }],
    [[], { '#': 'wrong-type' }],
    ['text', { '#': 'wrong-type' }],
  ])('to %j is refused, and changes nothing', async (body, faults) => {
    const { admin, path, etag } = await withToken()
    await createToken(admin, { name: 'Taken' })
    const before = (await admin('GET', path)).body
    const sent = {
      body: JSON.stringify(body),
      headers: { 'If-Match': etag, 'Content-Type': 'application/json' },
    }
    const response = await admin('PATCH', path, sent)
    expect(invalidFieldsOf(response)).toEqual(faults)
    expect((await admin('GET', path)).body).toEqual(before)
  })

  it('accepts its own name in another spelling', async () => {
    const { admin, path, etag } = await withToken()
    const sent = { body: { name: 'SHIP FAST' }, headers: { 'If-Match': etag } }
    expect((await admin('PATCH', path, sent)).body).toMatchObject({ name: 'SHIP FAST' })
  })
})

describe('deleting a token', () => {
  it('removes it permanently', async () => {
    const { admin, path } = await withToken()
    expect((await admin('DELETE', path)).status).toBe(204)
    expect(problemOf(await admin('GET', path))).toBe('404 not-found')
    expect(problemOf(await admin('DELETE', path))).toBe('404 not-found')
    expect(await names(admin)).toEqual([])
  })
})

describe('a token of another business', () => {
  it('gets the same response as a token that does not exist, byte for byte', async () => {
    const { backend, path } = await withToken()
    const other = await backend.as('starterAdmin')
    await other('PUT', '/api/plan', { body: { plan: 'professional' } })
    const theirs = await other('GET', path)
    const unknown = await other('GET', '/api/tokens/tok_unknown')
    expect(theirs).toEqual(unknown)
    expect([...theirs.headers]).toEqual([...unknown.headers])
  })
})
