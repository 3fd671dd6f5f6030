import { describe, expect, it, vi } from 'vitest'

import { demoSchema } from '#src/mock/demo/schema.ts'
import { keyOf } from '#src/mock/scenarios/demoKeys.ts'

import { ask, createTokenOverHttp, logIn } from '../support/http.ts'
import {
  asSuperuser,
  createDatabase,
  hasPostgres,
  openTestWorlds,
} from '../support/postgres/databases.ts'
import { propertyTest } from '../support/propertyTest.ts'
import { inWorlds, worldsWithRows } from '../support/postgres/worldRows.ts'
import { control, detailOf, hour, startHostWithWorlds, tokensIn } from '../support/worldRegistry.ts'

/** Starts hosts with worlds on one new database. The first one has the number 1. */
async function startHosts() {
  const url = await createDatabase()
  const storages = [
    await openTestWorlds(demoSchema, url),
    await openTestWorlds(demoSchema, url),
  ] as const
  const one = { ...(await startHostWithWorlds(storages[0])), storages: storages[0] }
  const other = { ...(await startHostWithWorlds(storages[1])), storages: storages[1] }
  return { url, one, other }
}

const namesIn = (response: Parameters<typeof tokensIn>[0]) =>
  tokensIn(response).map(({ name }) => name)

describe.skipIf(!hasPostgres)('worlds of two hosts on one PostgreSQL', propertyTest, () => {
  it('do not meet, although they are open at once and have the same ids', async () => {
    const { one, other } = await startHosts()
    const worlds = await Promise.all(
      [one, other, one, other].map((host) => host.createWorld('demo=tokens')),
    )
    const lists = () => Promise.all(worlds.map((world) => world.get('/api/tokens?sort=-createdAt')))
    const before = (await lists()).map(namesIn)
    expect(before.every((names) => names.length === 12)).toBe(true)
    const answers = await Promise.all(
      worlds.map(({ call }, number) =>
        call<{ status: number; body: { token: { id: string } } }>('send', {
          as: 'admin',
          method: 'POST',
          path: '/api/tokens',
          body: { name: `New ${number}`, accessLevel: 'read_only' },
        }),
      ),
    )
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201])
    expect(new Set(answers.map(({ body }) => body.token.id)).size).toBe(1)
    expect((await lists()).map((list) => namesIn(list)[0])).toEqual(
      worlds.map((_, number) => `New ${number}`),
    )
    await worlds[0]?.call('reset')
    expect((await lists()).map((list) => namesIn(list)[0] === before[0]?.[0])).toEqual([
      true,
      false,
      false,
      false,
    ])
  })

  it('are found by a key only on their own host, and explain that they are elsewhere', async () => {
    const { one, other } = await startHosts()
    const { name, world } = await one.createWorld('demo=just-connected')
    const headers = { Authorization: `Bearer ${keyOf('just-connected', 'ShipFast')}` }
    const statuses = [one, other].map(
      async ({ port }) => (await ask(port, 'GET', '/v1/whoami', { headers })).status,
    )
    expect(await Promise.all(statuses)).toEqual([200, 403])
    const elsewhere = await ask(other.port, 'GET', '/api/tokens', {
      headers: { 'X-Edesk-World': name },
    })
    expect(elsewhere.status).toBe(404)
    expect(detailOf(elsewhere)).toContain(`World “${world}” does not exist.`)
    expect(detailOf(elsewhere)).toContain('belongs to another host')
  })

  it('leave nothing behind when they are deleted, unused for an hour, or when their host stops', async () => {
    const { url, one, other } = await startHosts()
    const deleted = await one.createWorld('demo=tokens')
    await one.createWorld('demo=empty')
    await deleted.call('open', 'demo=starter')
    await other.createWorld('demo=tokens')
    expect(await worldsWithRows(url)).toEqual({ 1: 3, 2: 1 })
    expect((await ask(one.port, 'DELETE', `${control}/${deleted.world}`)).status).toBe(204)
    expect(await worldsWithRows(url)).toEqual({ 1: 1, 2: 1 })
    one.advance(hour + 1)
    one.removeIdleWorlds()
    await expect.poll(() => worldsWithRows(url)).toEqual({ 2: 1 })
    await other.storages.close()
    expect(await worldsWithRows(url)).toEqual({})
    expect(await inWorlds(url, 'SELECT id FROM hosts')).toEqual([{ id: 1 }])
  })

  it('are removed if their host has not been seen for an hour', async () => {
    const { url, one, other } = await startHosts()
    await one.createWorld('demo=tokens')
    const world = await other.createWorld('demo=tokens')
    const age = (minutes: number) =>
      inWorlds(url, `UPDATE hosts SET seen_at = now() - interval '${minutes} minutes'`)
    await age(59)
    await other.storages.cleanUp()
    expect(await worldsWithRows(url)).toEqual({ 1: 1, 2: 1 })
    await age(61)
    await other.storages.cleanUp()
    expect(await worldsWithRows(url)).toEqual({ 2: 1 })
    expect(namesIn(await world.get('/api/tokens'))).toHaveLength(12)
    // It was only slow: its new worlds stay.
    await one.storages.cleanUp()
    await one.createWorld('demo=tokens')
    await other.storages.cleanUp()
    expect(await worldsWithRows(url)).toEqual({ 1: 1, 2: 1 })
  })

  it('answer 503 while the database refuses them, and work again afterwards', async () => {
    const { url, one } = await startHosts()
    const world = await one.createWorld('demo=tokens')
    const removed = await one.createWorld('demo=tokens')
    const name = new URL(url).pathname.slice(1)
    await asSuperuser(
      `ALTER DATABASE ${name} ALLOW_CONNECTIONS false`,
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${name}'`,
    )
    await expect(one.storages.check()).rejects.toMatchObject({ kind: 'unavailable' })
    const headers = { Authorization: 'Bearer unknown' }
    const during = await Promise.all([
      world.get('/api/tokens'),
      ask(one.port, 'GET', '/api/session'),
      ask(one.port, 'GET', '/v1/whoami', { headers }),
      ask(one.port, 'POST', `${control}/${world.name}/records`, { body: ['tokens'] }),
      ask(one.port, 'DELETE', `${control}/${removed.world}`),
    ])
    expect(during.map(({ status }) => status)).toEqual([503, 503, 503, 503, 503])
    await asSuperuser(`ALTER DATABASE ${name} ALLOW_CONNECTIONS true`)
    await one.storages.check()
    expect(namesIn(await world.get('/api/tokens'))).toHaveLength(12)
    // The default world gets its data now.
    await createTokenOverHttp(one.port, await logIn(one.port), 'Afterwards')
    expect(await worldsWithRows(url)).toEqual({ 1: 3 })
    await one.storages.cleanUp()
    expect(await worldsWithRows(url)).toEqual({ 1: 2 })
  })

  it('write their initial data once, and again only if the first attempt fails', async () => {
    const storages = await openTestWorlds(demoSchema, await createDatabase())
    const fill = vi
      .fn<() => Promise<void>>()
      .mockRejectedValueOnce(new Error('no data'))
      .mockResolvedValue()
    const storage = storages.create(fill)
    const read = () => storage.read((db) => db.all('counters'))
    await expect(read()).rejects.toThrow('no data')
    expect(await Promise.all([read(), read()])).toEqual([[], []])
    expect(fill).toHaveBeenCalledTimes(2)
  })

  it('go with their version: a newer host removes them, and an older one does not start', async () => {
    const url = await createDatabase()
    const before: typeof demoSchema = { ...demoSchema, version: demoSchema.version - 1 }
    const earlier = await openTestWorlds(before, url)
    const old = earlier.create((db) => db.put('counters', { id: 'tags', last: 1 }))
    expect(await old.read((db) => db.all('counters'))).toHaveLength(1)
    const current = (await openTestWorlds(demoSchema, url)).create()
    expect(await current.read((db) => db.all('counters'))).toEqual([])
    await expect(old.read((db) => db.all('counters'))).rejects.toMatchObject({ kind: 'newer' })
    await expect(earlier.close()).rejects.toThrow('A statement failed')
    await expect(openTestWorlds(before, url)).rejects.toThrow('is from a newer version')
  })
})
