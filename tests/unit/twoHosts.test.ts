import { randomUUID } from 'node:crypto'

import { describe, expect, it, vi } from 'vitest'

import { schema, type Storage } from '#src/mock/domain/schema.ts'
import { seed } from '#src/mock/scenarios/seedData.ts'

import {
  asSuperuser,
  createDatabase,
  hasPostgres,
  openTestStorage,
} from '../support/postgres/databases.ts'
import { propertyTest } from '../support/propertyTest.ts'
import { apiOn, worldWithToken } from './properties/api.ts'
import type { Sent } from './properties/requests.ts'

/** Starts two hosts on one database. */
async function startHosts() {
  const made = worldWithToken()
  const url = await createDatabase()
  const fill = vi.fn((db: Parameters<Parameters<Storage['write']>[0]>[0]) => seed(db, made.world))
  const onRetry = vi.fn()
  const storages = await Promise.all(
    [1, 2].map(() => openTestStorage(schema, { url, fill, onRetry })),
  )
  const [one, other] = storages.map((storage) => apiOn(storage, made))
  if (!one || !other || !storages[0]) throw new Error('There are two hosts')
  return { one, other, storage: storages[0], fill, url, onRetry }
}

function post(path: string, body: object): Sent {
  return { method: 'POST', path, contentType: 'application/json', body: JSON.stringify(body) }
}

function newToken(name: string, idempotencyKey: string = randomUUID()): Sent {
  const body = { name, description: '', accessLevel: 'read_only', expiresAt: null }
  return { ...post('/api/tokens', body), idempotencyKey }
}

const whoami: Sent = { method: 'GET', path: '/v1/whoami' }
const statusesOf = (answers: { status: number }[]) => answers.map(({ status }) => status).sort()

describe.skipIf(!hasPostgres)('two hosts on one PostgreSQL', propertyTest, () => {
  it('that start at once fill it once, and each sees what the other has written', async () => {
    const { one, other, fill } = await startHosts()
    expect(fill).toHaveBeenCalledTimes(1)
    expect((await one.sendAsAdmin(newToken('From one'))).status).toBe(201)
    const list = await other.sendAsAdmin({ method: 'GET', path: '/api/tokens?search=From+one' })
    expect(list.body).toMatchObject({ total: 1, items: [{ name: 'From one' }] })
  })

  it('refuse a token from the moment on that its deletion was acknowledged', async () => {
    const { one, other, storage } = await startHosts()
    const early = Array.from({ length: 10 }, () => other.send(whoami))
    const deletion = await one.sendAsAdmin({
      method: 'DELETE',
      path: `/api/tokens/${one.tokenId}`,
    })
    expect(deletion.status).toBe(204)
    const late = await Promise.all(Array.from({ length: 5 }, () => other.send(whoami)))
    expect(statusesOf(late)).toEqual([403, 403, 403, 403, 403])
    await Promise.all(early)
    // No request that was still running has restored the token.
    expect(await storage.read((db) => db.get('tokens', one.tokenId))).toBeUndefined()
  })

  it('share the quota of a token, and do not try its requests twice', async () => {
    const { one, other, onRetry } = await startHosts()
    const answers = await Promise.all(
      Array.from({ length: 70 }, (_, number) => (number % 2 === 0 ? one : other).send(whoami)),
    )
    expect(statusesOf(answers)).toEqual([...Array(60).fill(200), ...Array(10).fill(429)])
    expect(onRetry).not.toHaveBeenCalled()
  })

  it('give a name once, and each activity and tag a number of its own', async () => {
    const { one, other, storage } = await startHosts()
    const hosts = [one, other, one, other]
    const same = await Promise.all(hosts.map((host) => host.sendAsAdmin(newToken('Wanted'))))
    expect(statusesOf(same)).toEqual([201, 422, 422, 422])
    const tags = await Promise.all(
      hosts.map((host, number) =>
        host.send(post('/v1/tags', { name: `Tag ${number}`, tag_group_id: 1 })),
      ),
    )
    const ids = tags.map(({ body }) => (body as { data: { id: number } }).data.id)
    expect(new Set(ids).size).toBe(hosts.length)
    const stored = await storage.read((db) => db.all('tags'))
    expect(stored.map(({ id }) => id)).toEqual(expect.arrayContaining(ids))
  })

  it('create one token for the same Idempotency-Key', async () => {
    const { one, other, storage } = await startHosts()
    const sent = newToken('Repeated', randomUUID())
    const answers = await Promise.all(
      [one, other, one, other].map((host) => host.sendAsAdmin(sent)),
    )
    const ids = answers.map(({ body }) => (body as { token: { id: string } }).token.id)
    expect(new Set(ids).size).toBe(1)
    const named = (await storage.read((db) => db.all('tokens'))).filter(
      ({ name }) => name === 'Repeated',
    )
    expect(named.map(({ id }) => id)).toEqual([ids[0]])
  })

  it('answer 503 while the database refuses them, and work again afterwards', async () => {
    const { one, other, url } = await startHosts()
    const name = new URL(url).pathname.slice(1)
    await asSuperuser(
      `ALTER DATABASE ${name} ALLOW_CONNECTIONS false`,
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${name}'`,
    )
    const during = await Promise.all([one.send(whoami), other.sendAsAdmin(newToken('During'))])
    expect(during.map(({ status }) => status)).toEqual([503, 503])
    expect(during[1].headers.get('content-type')).toBe('application/problem+json')
    await asSuperuser(`ALTER DATABASE ${name} ALLOW_CONNECTIONS true`)
    expect((await one.send(whoami)).status).toBe(200)
    expect((await other.sendAsAdmin(newToken('Afterwards'))).status).toBe(201)
  })
})
