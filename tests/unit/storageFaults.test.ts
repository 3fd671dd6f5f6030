import 'fake-indexeddb/auto'

import { DatabaseSync, StatementSync } from 'node:sqlite'

import { Client } from 'pg'
import { describe, expect, it, onTestFinished, vi } from 'vitest'

import type { Schema, Storage } from '#src/mock/storage/port.ts'
import { createIndexedDbStorage } from '#src/mock/storage/indexedDb.ts'
import { createSqliteMemory, storageOn } from '#src/mock/storage/sqlite/storage.ts'

import { emptyTestStorage, hasPostgres, worldTestStorage } from '../support/postgres/databases.ts'
import { propertyTest } from '../support/propertyTest.ts'

interface Item {
  id: string
  name: string
}

const indexes = { items: { byName: { fields: ['name'], unique: true } }, copies: {} } as const

interface Types {
  tables: { items: Item; copies: Item }
  indexes: typeof indexes
  rows: { items: { id: string } }
}

const schema: Schema<Types> = {
  version: 1,
  oldestVersion: 1,
  indexes,
  computed: {},
  projections: { items: ({ id }) => ({ id }) },
}

/** Adds an item in two tables, in one transaction. */
const add = (storage: Storage<Types>, id: string) =>
  storage.write(async (db) => {
    await db.put('items', { id, name: id })
    await db.put('copies', { id, name: id })
    return id
  })

/** Returns the ids in each place that a transaction changes. */
const idsIn = (storage: Storage<Types>) =>
  storage.read(async (db) => {
    const rows = []
    for await (const some of db.rows('items')) rows.push(...some)
    return {
      items: (await db.all('items')).map(({ id }) => id),
      indexed: (await db.list('items', 'byName', { equals: [] })).map(({ id }) => id),
      copies: (await db.all('copies')).map(({ id }) => id),
      rows: rows.map(({ id }) => id).sort(),
    }
  })

/**
 * Lets the call with a number, counted from 1, fail, or all calls from it on. Returns a function that ends this, and returns whether
 * a call has failed.
 */
type FailAt = (number: number, also: 'only' | 'and later ones') => () => boolean

/** Creates a `FailAt` for methods that throw this error. */
function failingCalls(methods: [object, string[]][], fail: () => never): FailAt {
  return (number, also) => {
    let calls = 0
    const spies = methods.flatMap(([prototype, names]) =>
      names.map((name) => {
        const original = Reflect.get(prototype, name) as (...args: unknown[]) => unknown
        return vi
          .spyOn(prototype as Record<string, () => unknown>, name)
          .mockImplementation(function (this: unknown, ...args: unknown[]) {
            calls += 1
            const fails = also === 'only' ? calls === number : calls >= number
            return fails ? fail() : original.apply(this, args)
          })
      }),
    )
    const stop = () => {
      for (const spy of spies) spy.mockRestore()
      return calls >= number
    }
    onTestFinished(() => void stop())
    return stop
  }
}

const failingIndexedDb = failingCalls(
  [
    [IDBObjectStore.prototype, ['put', 'get', 'getAll']],
    [IDBDatabase.prototype, ['transaction']],
  ],
  () => {
    throw new DOMException('broken', 'UnknownError')
  },
)
const failingSqlite = failingCalls([[StatementSync.prototype, ['run', 'get', 'all']]], () => {
  throw Object.assign(new Error('disk I/O error'), { errcode: 10 })
})
const failingPostgres = failingCalls([[Client.prototype, ['query']]], () => {
  throw new Error('Connection terminated')
})

let databases = 0
const storages: [string, FailAt, () => Promise<Storage<Types>>][] = [
  [
    'IndexedDB',
    failingIndexedDb,
    async () => createIndexedDbStorage(schema, `faults-${++databases}`),
  ],
  ['SQLite', failingSqlite, () => createSqliteMemory(schema)],
]
if (hasPostgres) {
  storages.push(['PostgreSQL', failingPostgres, emptyTestStorage(schema)])
  storages.push(['PostgreSQL, beside other worlds', failingPostgres, worldTestStorage(schema)])
}

describe.each(storages)('storage in %s', propertyTest, (_name, failAt, create) => {
  it.each([
    ['only', 1],
    ['and later ones', Infinity],
  ] as const)('stores what it acknowledges if one call fails: %s', async (also, mostFailures) => {
    let wasReached = true
    for (let number = 1; wasReached; number += 1) {
      const storage = await create()
      await add(storage, 'a')
      const stop = failAt(number, also)
      const [read, ...added] = await Promise.allSettled([
        // Begins after the others.
        Promise.resolve().then(() => idsIn(storage)),
        ...['b', 'c', 'd'].map((id) => add(storage, id)),
      ])
      wasReached = stop()
      const acknowledged = added.flatMap((one) => (one.status === 'fulfilled' ? one.value : []))
      const expected = ['a', ...acknowledged]
      expect(await idsIn(storage), `call ${number}`).toEqual({
        items: expected,
        indexed: expected,
        copies: expected,
        rows: expected,
      })
      if (read.status === 'fulfilled') {
        expect(expected).toEqual(expect.arrayContaining(read.value.items))
      }
      const failed = [read, ...added].filter(({ status }) => status === 'rejected')
      expect(failed.length, `call ${number}`).toBeLessThanOrEqual(wasReached ? mostFailures : 0)
      await add(storage, 'e')
    }
  })
})

describe('storage in SQLite', () => {
  it('commits transactions together that wait at the same time, and answers them afterwards', async () => {
    const storage = await createSqliteMemory(schema)
    const run = vi.spyOn(StatementSync.prototype, 'run')
    onTestFinished(() => run.mockRestore())
    const sql = () => run.mock.contexts.map((statement) => (statement as StatementSync).sourceSQL)
    const ids = Array.from({ length: 20 }, (_, number) => `item-${number}`)
    const refused = storage.write(async (db) => {
      await db.put('items', { id: 'refused', name: 'refused' })
      throw new Error('refused')
    })
    const [first] = await Promise.allSettled([refused, ...ids.map((id) => add(storage, id))])
    expect(first).toMatchObject({ status: 'rejected', reason: { message: 'refused' } })
    expect(sql().filter((text) => text === 'COMMIT')).toHaveLength(1)
    expect((await idsIn(storage)).copies).toEqual(ids.sort())
  })

  it('says that it is full, and stores what fits', async () => {
    const database = new DatabaseSync(':memory:')
    const storage = await storageOn(schema, database, async () => undefined)
    await add(storage, 'a')
    const { page_count: pages } = database.prepare('PRAGMA page_count').get() ?? {}
    database.exec(`PRAGMA max_page_count = ${Number(pages) + 20}`)
    const addLarge = (id: string, length: number) =>
      storage.write((db) => db.put('copies', { id, name: 'x'.repeat(length) }))
    const settled = await Promise.allSettled([
      addLarge('b', 10_000),
      addLarge('too large', 200_000),
      addLarge('c', 10_000),
      idsIn(storage),
    ])
    expect(settled.map((one) => one.status)).toEqual([
      'fulfilled',
      'rejected',
      'fulfilled',
      'fulfilled',
    ])
    expect(settled[1]).toMatchObject({ reason: { name: 'StorageError', kind: 'full' } })
    expect((await idsIn(storage)).copies).toEqual(['a', 'b', 'c'])
    await storage.write((db) => db.delete('copies', 'b'))
    await addLarge('d', 10_000)
    expect((await idsIn(storage)).copies).toEqual(['a', 'c', 'd'])
  })
})
