import { DatabaseSync, StatementSync } from 'node:sqlite'
import { setImmediate as nextRound } from 'node:timers/promises'

import { describe, expect, it, onTestFinished, vi } from 'vitest'

import type { Schema, Storage, Writer } from '#src/mock/storage/port.ts'
import { rowsPerTransaction } from '#src/mock/storage/sqlite/rowReading.ts'
import { storageOn } from '#src/mock/storage/sqlite/storage.ts'

interface Item {
  id: string
  name: string
}
const indexes = { items: {} } as const

interface Types {
  tables: { items: Item }
  indexes: typeof indexes
  rows: { items: Item }
}

const schema: Schema<Types> = {
  version: 1,
  oldestVersion: 1,
  indexes,
  computed: {},
  projections: { items: ({ id, name }) => ({ id, name }) },
}

const parts = 10
const itemNumber = (number: number, name = 'before') => ({
  id: `item-${String(number).padStart(4, '0')}`,
  name,
})
const items = Array.from({ length: parts * rowsPerTransaction }, (_, number) => itemNumber(number))
const last = items.length - 1

/** What a transaction does to items that have been read, and to items that have not. */
const changes: [string, (db: Writer<Types>) => Promise<void>][] = [
  ['changed', (db) => db.putAll('items', [itemNumber(0, 'after'), itemNumber(last, 'after')])],
  [
    'added',
    (db) =>
      db.putAll(
        'items',
        ['item', 'item-0000 a', 'items'].map((id) => ({ id, name: 'new' })),
      ),
  ],
  [
    'deleted',
    async (db) => {
      for (const number of [0, last]) await db.delete('items', itemNumber(number).id)
    },
  ],
  [
    'deleted and added',
    async (db) => {
      await db.clear('items')
      await db.putAll('items', [itemNumber(0, 'after'), itemNumber(last, 'after')])
    },
  ],
]

/** Opens a database with many items again. `reads` has how many rows each statement has read since. */
async function openAgain() {
  const database = new DatabaseSync(':memory:')
  onTestFinished(() => database.close())
  await rowsIn(await storageOn(schema, database, (db) => db.putAll('items', items)))
  const reads: number[] = []
  const all = Reflect.get<typeof StatementSync.prototype, 'all'>(StatementSync.prototype, 'all')
  const spy = vi.spyOn(StatementSync.prototype, 'all').mockImplementation(function (
    this: StatementSync,
    ...values
  ) {
    const found = all.apply(this, values)
    if (this.sourceSQL.includes('items rows')) reads.push(found.length)
    return found
  })
  onTestFinished(() => spy.mockRestore())
  return { storage: await storageOn(schema, database, async () => undefined), reads }
}

/** Returns the rows, in the order of their ids. */
function rowsIn(storage: Storage<Types>): Promise<Item[]> {
  return storage.read(async (db) => {
    const rows: Item[] = []
    for await (const some of db.rows('items')) rows.push(...some)
    return rows.sort((one, other) => (one.id < other.id ? -1 : 1))
  })
}

describe('reading the rows of a database', () => {
  it('lets other transactions run in between, also while a search waits for it', async () => {
    const { storage, reads } = await openAgain()
    const search = rowsIn(storage)
    const readsBefore: number[] = []
    while (reads.at(-1) !== 0) {
      await storage.read((db) => db.get('items', 'item-0000'))
      readsBefore.push(reads.length)
      await nextRound()
    }
    expect(await search).toEqual(items)
    expect(reads).toEqual([...Array<number>(parts).fill(rowsPerTransaction), 0])
    expect(readsBefore).toEqual(Array.from({ length: parts }, (_, index) => index + 1))
  })

  it.each(changes)('has what another transaction %s meanwhile', async (_what, change) => {
    const { storage, reads } = await openAgain()
    while (reads.length < 3) await nextRound()
    await storage.write(change)
    expect(reads.length).toBeLessThan(parts)
    const stored = await storage.read((db) => db.all('items'))
    expect(stored).not.toEqual(items)
    expect(await rowsIn(storage)).toEqual(stored)
  })

  it.each(changes)(
    'has nothing of what a failed transaction %s meanwhile',
    async (_what, change) => {
      const { storage, reads } = await openAgain()
      while (reads.length < 3) await nextRound()
      const failing = storage.write(async (db) => {
        await change(db)
        throw new Error('in the middle')
      })
      await expect(failing).rejects.toThrow('in the middle')
      expect(reads.length).toBeLessThan(parts)
      expect(await rowsIn(storage)).toEqual(items)
    },
  )
})
