import { constants, DatabaseSync } from 'node:sqlite'

import { describe, expect, it, onTestFinished } from 'vitest'

import type { Schema } from '#src/mock/storage/port.ts'
import { storageOn } from '#src/mock/storage/sqlite/storage.ts'

interface Item {
  id: string
  name: string
  color?: string | null
  size?: number | null
}
/** So many that SQLite compares a record before it changes it. */
const indexes = {
  items: {
    byName: { fields: ['name'], unique: false },
    byColor: { fields: ['color'], unique: false },
    bySize: { fields: ['size'], unique: false },
    byColorAndSize: { fields: ['color', 'size'], unique: false },
  },
} as const

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
  projections: { items: (item) => item },
}

async function open(items: readonly Item[]) {
  const database = new DatabaseSync(':memory:')
  const storage = await storageOn(schema, database, (db) => db.putAll('items', items))
  onTestFinished(() => storage.close())
  const list = (index: keyof typeof indexes.items, value: string | number, limit?: number) =>
    storage.read((db) =>
      db.list('items', index, { equals: [value], ...(limit === undefined ? {} : { limit }) }),
    )
  return { database, storage, list }
}

/** Records what statements do with a database when SQLite prepares them. */
function observe(database: DatabaseSync) {
  const prepared: { action: number; table: string | null; column: string | null }[] = []
  database.setAuthorizer((action, table, column) => {
    prepared.push({ action, table, column })
    return constants.SQLITE_OK
  })
  return prepared
}

describe('SQLite', () => {
  it('prepares a list once, whatever its limit', async () => {
    const { database, list } = await open(['a', 'b', 'c'].map((id) => ({ id, name: 'same' })))
    const prepared = observe(database)
    expect(await list('byName', 'same', 1)).toHaveLength(1)
    expect(prepared).not.toEqual([])
    prepared.length = 0
    expect(await list('byName', 'same', 2)).toHaveLength(2)
    expect(await list('byName', 'same')).toHaveLength(3)
    expect(prepared).toEqual([])
  })

  it('writes only the indexes of the values that change', async () => {
    const item = { id: 'a', name: 'same', color: 'red', size: 1 }
    const { database, storage } = await open([item])
    const prepared = observe(database)
    await storage.write((db) => db.put('items', { ...item, size: 2 }))
    const updates = prepared.filter(({ action, table }) => {
      return action === constants.SQLITE_UPDATE && table === 'items'
    })
    expect(updates.map(({ column }) => column)).toEqual(['record', 'checksum', 'size'])
  })

  it.each<[string, Item, Item]>([
    ['another text', { id: 'a', name: 'before' }, { id: 'a', name: 'after' }],
    ['a text for null', { id: 'a', name: '', color: null }, { id: 'a', name: '', color: 'red' }],
    ['null for a text', { id: 'a', name: '', color: 'red' }, { id: 'a', name: '', color: null }],
    ['another number', { id: 'a', name: '', size: 1 }, { id: 'a', name: '', size: 1.5 }],
    ['a text up to U+0000', { id: 'a', name: 'a\0b' }, { id: 'a', name: 'a' }],
    ['a text for a number', { id: 'a', name: '1' }, { id: 'a', name: '', size: 1 }],
  ])('finds a record by its new values only: %s', async (_name, before, after) => {
    const { storage, list } = await open([before, { id: 'other', name: 'other' }])
    await storage.write((db) => db.put('items', after))
    for (const [index, field] of [
      ['byName', 'name'],
      ['byColor', 'color'],
      ['bySize', 'size'],
    ] as const) {
      const [old, now] = [before[field] ?? null, after[field] ?? null]
      if (now !== null) expect(await list(index, now)).toEqual([after])
      if (old !== null && old !== now) expect(await list(index, old)).toEqual([])
    }
    expect(await storage.read((db) => db.get('items', 'other'))).toEqual({
      id: 'other',
      name: 'other',
    })
  })
})
