import 'fake-indexeddb/auto'

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { createIndexedDbStorage } from '#src/mock/storage/indexedDb.ts'
import { createMemoryStorage } from '#src/mock/storage/memory.ts'
import type { Bounds, Key, Schema, Storage } from '#src/mock/storage/port.ts'
import { createSqliteMemory } from '#src/mock/storage/sqlite/storage.ts'

import {
  emptyTestStorage,
  hasPostgres,
  worldTestStorage,
} from '../../support/postgres/databases.ts'
import { propertyTest } from '../../support/propertyTest.ts'

interface Item {
  id: Key
  group: Key | null
  order?: Key
  code?: Key | null
}

const indexes = {
  items: {
    byGroup: { fields: ['group', 'order', 'id'], unique: false },
    byOrder: { fields: ['group', 'order'], unique: false },
    byLength: { fields: ['length'], unique: false },
    byCode: { fields: ['code'], unique: true },
  },
} as const

interface Types {
  tables: { items: Item }
  indexes: typeof indexes
  rows: { items: { id: Key; order: Key | null } }
}

/** Only texts have a length. */
const lengthOf = ({ order }: Item) => (typeof order === 'string' ? order.length : undefined)
const toRow = ({ id, order }: Item) => ({ id, order: order ?? null })

const schema: Schema<Types> = {
  version: 1,
  oldestVersion: 1,
  indexes,
  computed: { items: { length: lengthOf } },
  projections: { items: toRow },
}

/** IndexedDB sorts by code units: the characters here have another order by code points. */
const anyText = fc.string({
  unit: fc.constantFrom('', 'a', 'B', '\0', '\uD7FF', '\uD800', '\uDC00', '😀', '\uE000', '\uFFFD'),
  maxLength: 3,
})
const anyKey: fc.Arbitrary<Key> = fc.oneof(
  anyText,
  fc.integer({ min: -2, max: 2 }),
  fc.constant(1.5),
)
const anyItem: fc.Arbitrary<Item> = fc.record(
  { id: anyKey, group: fc.option(anyKey), order: anyKey, code: fc.option(anyKey) },
  { requiredKeys: ['id', 'group'] },
)

type Step = { kind: 'put'; items: Item[] } | { kind: 'delete'; id: Key } | { kind: 'clear' }

const anyStep: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('put'),
      items: fc.uniqueArray(anyItem, { maxLength: 5, selector: ({ id }) => id }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('delete'), id: anyKey }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('clear') }) },
)
const anyTransaction = fc.record({
  steps: fc.array(anyStep, { minLength: 1, maxLength: 4 }),
  fails: fc.boolean(),
})
const anyRange = fc
  .record({
    index: fc.constantFrom('byGroup', 'byOrder', 'byLength', 'byCode'),
    values: fc.array(anyKey, { maxLength: 3 }),
    otherValues: fc.array(anyKey, { maxLength: 3 }),
    equalCount: fc.nat({ max: 2 }),
    direction: fc.constantFrom('ascending', 'descending'),
    offset: fc.nat({ max: 3 }),
    limit: fc.constantFrom(0, 2, Infinity),
  })
  .map(({ index, values, otherValues, equalCount, ...page }) => {
    const { fields } = indexes.items[index]
    const equals = values.slice(0, Math.min(equalCount, fields.length))
    const boundOf = (all: readonly Key[]) => {
      const bound = all.slice(equals.length, fields.length)
      return bound.length > 0 ? bound : undefined
    }
    return { index, equals, from: boundOf(values), to: boundOf(otherValues), ...page }
  })

let databases = 0
/** Each storage, and how many cases are tried. */
const storages: [string, number, () => Promise<Storage<Types>>][] = [
  ['memory', 100, async () => createMemoryStorage(schema)],
  ['IndexedDB', 100, async () => createIndexedDbStorage(schema, `model-${++databases}`)],
  ['SQLite', 100, () => createSqliteMemory(schema)],
]
// Each call waits for another process.
if (hasPostgres) {
  storages.push(['PostgreSQL', 25, emptyTestStorage(schema)])
  storages.push(['PostgreSQL, beside other worlds', 25, worldTestStorage(schema)])
}

describe.each(storages)('storage in %s', propertyTest, (_name, numRuns, create) => {
  it('holds and returns what a list of records would', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyTransaction, { minLength: 1, maxLength: 5 }),
        fc.array(anyRange, { minLength: 1, maxLength: 5 }),
        async (transactions, ranges) => {
          const storage = await create()
          let model: Item[] = []
          for (const transaction of transactions) {
            const next = apply(model, transaction.steps)
            const writing = storage.write(async (db) => {
              for (const step of transaction.steps) {
                if (step.kind === 'put') await db.putAll('items', step.items)
                else if (step.kind === 'delete') await db.delete('items', step.id)
                else await db.clear('items')
              }
              if (transaction.fails) throw new Error('in the middle')
            })
            if (!next) await expect(writing).rejects.toThrow()
            else if (transaction.fails) await expect(writing).rejects.toThrow('in the middle')
            else {
              await writing
              model = next
            }
            await storage.read(async (db) => {
              expect(await db.all('items')).toEqual(model)
              const rows = []
              for await (const some of db.rows('items')) rows.push(...some)
              expect(rows.sort((one, other) => compare(one.id, other.id))).toEqual(model.map(toRow))
              for (const { index, equals, ...range } of ranges) {
                const found = select(model, index, equals, range)
                const { offset, limit } = range
                const ordered = range.direction === 'ascending' ? found : [...found].reverse()
                expect(await db.list('items', index, { equals, ...range })).toEqual(
                  ordered.slice(offset, offset + limit),
                )
                expect(await db.count('items', index, equals, range)).toBe(found.length)
              }
            })
          }
        },
      ),
      { numRuns },
    )
  })
})

/** Returns the records after some steps, sorted by id; undefined if two records have the same code. */
function apply(model: readonly Item[], steps: readonly Step[]): Item[] | undefined {
  let items = [...model]
  for (const step of steps) {
    if (step.kind === 'clear') items = []
    if (step.kind === 'delete') items = items.filter(({ id }) => id !== step.id)
    for (const item of step.kind === 'put' ? step.items : []) {
      items = items.filter(({ id }) => id !== item.id)
      if (isKey(item.code) && items.some(({ code }) => code === item.code)) return undefined
      items.push(item)
    }
  }
  return items.sort((one, other) => compare(one.id, other.id))
}

/** Returns the records in a range, in ascending order. */
function select(
  model: readonly Item[],
  index: keyof typeof indexes.items,
  equals: readonly Key[],
  { from = [], to = [] }: Bounds,
): Item[] {
  const { fields } = indexes.items[index]
  const entries = model.flatMap((item) => {
    const values = fields.map((field) => (field === 'length' ? lengthOf(item) : item[field]))
    return values.every(isKey) ? [{ item, values: [...values, item.id] }] : []
  })
  const lowest = [...equals, ...[from].flat()]
  const highest = [...equals, ...[to].flat()]
  return entries
    .filter(
      ({ values }) => comparePrefix(values, lowest) >= 0 && comparePrefix(values, highest) <= 0,
    )
    .sort((one, other) => comparePrefix(one.values, other.values))
    .map(({ item }) => item)
}

function isKey(value: unknown): value is Key {
  return typeof value === 'string' || typeof value === 'number'
}

/** Compares as many values as `prefix` has. */
function comparePrefix(values: readonly Key[], prefix: readonly Key[]): number {
  const orders = prefix.map((expected, position) => compare(values[position] ?? '', expected))
  return orders.find((order) => order !== 0) ?? 0
}

/** Numbers come before texts. */
function compare(one: Key, other: Key): number {
  if (typeof one !== typeof other) return typeof one === 'number' ? -1 : 1
  return one === other ? 0 : one < other ? -1 : 1
}
