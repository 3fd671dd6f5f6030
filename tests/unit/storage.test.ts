import 'fake-indexeddb/auto'

import { describe, expect, it } from 'vitest'

import { schema, type Writer } from '#src/mock/domain/schema.ts'
import { createIndexedDbStorage } from '#src/mock/storage/indexedDb.ts'
import { createMemoryStorage } from '#src/mock/storage/memory.ts'
import { createSqliteMemory } from '#src/mock/storage/sqlite/storage.ts'

import { allRows, token, user } from '../support/storageRecords.ts'
import { emptyTestStorage, hasPostgres, worldTestStorage } from '../support/postgres/databases.ts'

let databases = 0

describe.each([
  ['memory', async () => createMemoryStorage(schema)],
  ['IndexedDB', async () => createIndexedDbStorage(schema, `storage-${++databases}`)],
  ['SQLite', () => createSqliteMemory(schema)],
  ...(hasPostgres
    ? [
        ['PostgreSQL', emptyTestStorage(schema)] as const,
        ['PostgreSQL, beside other worlds', worldTestStorage(schema)] as const,
      ]
    : []),
] as const)('storage in %s', (_name, create) => {
  it('returns copies of what was stored', async () => {
    const storage = await create()
    const record = user('ada')
    await storage.write((db) => db.put('users', record))
    record.name = 'changed afterwards'
    expect(await storage.read((db) => db.get('users', 'ada'))).toEqual(user('ada'))
  })

  it('stores nothing of a transaction that fails', async () => {
    const storage = await create()
    const failing = storage.write(async (db) => {
      await db.put('users', user('ada'))
      throw new Error('in the middle')
    })
    await expect(failing).rejects.toThrow('in the middle')
    expect(await storage.read((db) => db.get('users', 'ada'))).toBeUndefined()
  })

  it('works after a transaction that failed', async () => {
    const storage = await create()
    await expect(storage.write(async () => Promise.reject(new Error('no')))).rejects.toThrow('no')
    await storage.write((db) => db.put('users', user('ada')))
    expect(await storage.read((db) => db.count('users', 'byBusiness', ['b']))).toBe(1)
  })

  it('runs transactions one after the other, and loses none', async () => {
    const storage = await create()
    await storage.write((db) => db.put('users', user('counter', { name: '0' })))
    const add = () =>
      storage.write(async (db) => {
        const before = await db.get('users', 'counter')
        await db.put('users', user('counter', { name: String(Number(before?.name) + 1) }))
      })
    await Promise.all(Array.from({ length: 20 }, add))
    expect((await storage.read((db) => db.get('users', 'counter')))?.name).toBe('20')
  })

  it('refuses a second record with the same value in a unique index', async () => {
    const storage = await create()
    await storage.write((db) => db.put('users', user('ada', { email: 'same@example.com' })))
    const second = storage.write((db) =>
      db.put('users', user('bob', { email: 'same@example.com' })),
    )
    await expect(second).rejects.toMatchObject({ name: 'ConstraintError' })
    expect(await storage.read((db) => db.get('users', 'bob'))).toBeUndefined()
  })

  it('refuses such a record also among others, but not one whose value has become free', async () => {
    const storage = await create()
    const [ada, bob, cyd] = ['ada', 'bob', 'cyd'].map((name) => user(name))
    if (!ada || !bob || !cyd) throw new Error('There are no users.')
    await storage.write((db) => db.putAll('users', [ada, bob]))
    const [taken, free] = ['taken@example.com', 'free@example.com']
    const inBatch = [{ ...ada, email: taken }, { ...bob, email: taken }, cyd]
    for (const records of [inBatch, [{ ...cyd, email: ada.email }, bob]]) {
      const writing = storage.write((db) => db.putAll('users', records))
      await expect(writing).rejects.toMatchObject({ name: 'ConstraintError' })
    }
    const moved = [
      { ...ada, email: free },
      { ...bob, email: ada.email },
    ]
    await storage.write((db) => db.putAll('users', moved))
    expect(await storage.read((db) => db.all('users'))).toEqual(moved)
  })

  it('lists an index in both directions, in ranges, and only the requested records', async () => {
    const storage = await create()
    await storage.write(async (db) => {
      for (const name of ['d', 'b', 'a', 'c']) await db.put('users', user(name))
      await db.put('users', user('x', { businessId: 'other' }))
    })
    const names = async (stretch: object) =>
      (
        await storage.read((db) => db.list('users', 'byBusiness', { equals: ['b'], ...stretch }))
      ).map(({ name }) => name)
    expect(await names({})).toEqual(['a', 'b', 'c', 'd'])
    expect(await names({ direction: 'descending' })).toEqual(['d', 'c', 'b', 'a'])
    expect(await names({ offset: 1, limit: 2 })).toEqual(['b', 'c'])
    expect(await names({ offset: 9 })).toEqual([])
    expect(await names({ limit: 0 })).toEqual([])
    expect(await names({ from: 'b' })).toEqual(['b', 'c', 'd'])
    expect(await names({ to: 'c', direction: 'descending' })).toEqual(['c', 'b', 'a'])
    expect(await names({ from: 'b', to: 'c', offset: 1 })).toEqual(['c'])
    expect(await names({ from: 'bb', to: 'bc' })).toEqual([])
    expect(await names({ from: 'd', to: 'a' })).toEqual([])
    const order = async (name: string) => [name, name, name] as const
    expect(await names({ from: await order('b'), to: await order('c') })).toEqual(['b', 'c'])
    expect(await names({ from: ['b', 'b', 'bb'] })).toEqual(['c', 'd'])
    const count = (bounds?: object) =>
      storage.read((db) => db.count('users', 'byBusiness', ['b'], bounds))
    expect(await count()).toBe(4)
    expect(await count({ from: 'b' })).toBe(3)
    expect(await count({ from: 'b', to: ['c', 'c'] })).toBe(2)
    expect(await count({ from: 'd', to: 'a' })).toBe(0)
    expect(await storage.read((db) => db.count('users', 'byBusiness', ['other']))).toBe(1)
  })

  it('indexes computed values, but no record without one', async () => {
    const storage = await create()
    const failing = { ...token('b'), refusedInARow: 10 }
    const count = () => storage.read((db) => db.count('tokens', 'byFailure', ['b']))
    await storage.write((db) => db.putAll('tokens', [token('a'), failing]))
    expect(await count()).toBe(1)
    expect(await storage.read((db) => db.get('tokens', 'b'))).toEqual(failing)
    await storage.write((db) => db.put('tokens', { ...failing, refusedInARow: 0 }))
    expect(await count()).toBe(0)
  })

  it('has a projection for each existing token', async () => {
    const storage = await create()
    const rows = () => storage.read((db) => allRows(db))
    const names = async () => (await rows()).map(({ name }) => name).sort()
    await storage.write(async (db) => {
      await Promise.all(['a', 'b', 'c'].map((name) => db.put('tokens', token(name))))
      await db.putAll('tokens', [token('d'), token('e'), token('f')])
    })
    expect(await names()).toEqual(['a', 'b', 'c', 'd', 'e', 'f'])
    await storage.write(async (db) => {
      await db.put('tokens', { ...token('a'), name: 'A', lastUsedAt: '2026-11-24T09:00:00.000Z' })
      await db.putAll('tokens', [{ ...token('b'), name: 'B' }, token('g')])
      await db.delete('tokens', 'c')
      await db.delete('tokens', 'nobody')
    })
    expect(await names()).toEqual(['A', 'B', 'd', 'e', 'f', 'g'])
    expect((await rows()).find(({ id }) => id === 'a')?.lastUsedAt).toBe('2026-11-24T09:00:00.000Z')
    const seenInside = await storage.write(async (db) => {
      await db.clear('tokens')
      await db.put('tokens', token('h'))
      return (await allRows(db)).map(({ name }) => name)
    })
    expect(seenInside).toEqual(['h'])
    expect(await names()).toEqual(['h'])
  })

  it('restores the projections after a failed transaction', async () => {
    const storage = await create()
    await storage.write((db) => db.put('tokens', token('a')))
    const failing = storage.write(async (db) => {
      await db.put('tokens', { ...token('a'), name: 'changed' })
      await db.put('tokens', token('b'))
      throw new Error('in the middle')
    })
    await expect(failing).rejects.toThrow('in the middle')
    expect((await storage.read((db) => allRows(db))).map(({ name }) => name)).toEqual(['a'])
  })

  it('loses no projection of two tokens that are stored in parallel', async () => {
    const storage = await create()
    const ids = Array.from({ length: 600 }, (_, number) => `t${number}`)
    await storage.write((db) => Promise.all(ids.map((id) => db.put('tokens', token(id)))))
    expect((await storage.read((db) => allRows(db))).map(({ id }) => id).sort()).toEqual(ids.sort())
  })

  it('refuses to write in a transaction that reads', async () => {
    const storage = await create()
    const writing = storage.read((db) => (db as Writer).put('users', user('ada')))
    await expect(writing).rejects.toThrow(TypeError)
    expect(await storage.read((db) => db.get('users', 'ada'))).toBeUndefined()
  })

  it('deletes records', async () => {
    const storage = await create()
    await storage.write((db) => db.put('users', user('ada')))
    await storage.write((db) => db.delete('users', 'ada'))
    expect(await storage.read((db) => db.get('users', 'ada'))).toBeUndefined()
  })
})
