import { type IDBPIndex, type IDBPTransaction, unwrap } from 'idb'

import type { AnyRecord, AnyTypes, IndexRange, Reader, Schema, Writer } from './port.ts'
import { createProjectionShards, type ProjectionShards } from './projectionShards.ts'
import { excludesAll, valuesOf } from './sortedKeys.ts'

export type Transaction = IDBPTransaction<unknown, string[], 'readonly' | 'readwrite'>

/** The maximum that `IDBCursor.advance` accepts (an `unsigned long`); the offset of a page may be larger. */
const maxAdvance = 2 ** 32 - 1

/** How many records are put before the page can do something else. */
const putsAtOnce = 50

/** Returns the name of the object store for a table's rows. */
export function rowStoreOf(table: string): string {
  return `${table} rows`
}

/** Reads from the object stores of a transaction. */
export function readerOn(schema: Schema<AnyTypes>, transaction: Transaction): Reader<AnyTypes> {
  return {
    async get(table, id) {
      const stored: AnyRecord | undefined = await transaction.objectStore(table).get(id)
      return stored && withoutComputed(schema, table, stored)
    },
    async all(table) {
      const stored: AnyRecord[] = await transaction.objectStore(table).getAll()
      return stored.map((record) => withoutComputed(schema, table, record))
    },
    async list(table, index, range) {
      const keyRange = keyRangeOf(range)
      if (!keyRange) return []
      const stored = await readRange(transaction.objectStore(table).index(index), keyRange, range)
      return stored.map((record) => withoutComputed(schema, table, record))
    },
    async count(table, index, equals, bounds) {
      const range = keyRangeOf({ equals, ...bounds })
      return range ? transaction.objectStore(table).index(index).count(range) : 0
    },
    async *rows(table) {
      const shards = shardsOf(schema, transaction).get(table)
      if (!shards) throw new Error(`Table ${table} has no projection`)
      yield* shards.all()
    },
  }
}

/** Reads the records of a range, at once where that is possible: a cursor takes a message for each few of them. */
async function readRange<Table extends string>(
  index: IDBPIndex<unknown, string[], Table, string, 'readonly' | 'readwrite'>,
  keyRange: IDBKeyRange,
  { direction, offset = 0, limit = Infinity }: IndexRange,
): Promise<AnyRecord[]> {
  const isDescending = direction === 'descending'
  if (!isDescending && offset === 0 && limit > 0) {
    return index.getAll(keyRange, limit === Infinity ? undefined : limit)
  }
  const found: AnyRecord[] = []
  let cursor = await index.openCursor(keyRange, isDescending ? 'prev' : 'next')
  if (cursor && offset > 0) cursor = await cursor.advance(Math.min(offset, maxAdvance))
  while (cursor && found.length < limit) {
    found.push(cursor.value)
    cursor = found.length < limit ? await cursor.continue() : null
  }
  return found
}

/** Reads from and writes to the object stores of a transaction. */
export function writerOn(schema: Schema<AnyTypes>, transaction: Transaction): Writer<AnyTypes> {
  const shards = shardsOf(schema, transaction)
  return {
    ...readerOn(schema, transaction),
    async put(table, record) {
      await transaction.objectStore(table).put?.(withComputed(schema, table, record))
      await shards.get(table)?.keep([record])
    },
    async putAll(table, records) {
      const store = transaction.objectStore(table)
      const rawStore = unwrap(store)
      for (const [index, record] of records.entries()) {
        const stored = withComputed(schema, table, record)
        const isLast = index === records.length - 1
        // Await only a few puts. If another one fails, the transaction fails, and the caller awaits the transaction.
        if (isLast || index % putsAtOnce === putsAtOnce - 1) await store.put?.(stored)
        else rawStore.put(stored)
      }
      await shards.get(table)?.keep(records)
    },
    async delete(table, id) {
      await transaction.objectStore(table).delete?.(id)
      await shards.get(table)?.keep([], [id])
    },
    async clear(table) {
      await transaction.objectStore(table).clear?.()
      await shards.get(table)?.clear()
    },
  }
}

/** Returns a record as it is stored: with its computed values as fields, because indexes sort by fields only. */
function withComputed(schema: Schema<AnyTypes>, table: string, record: AnyRecord): AnyRecord {
  const computed = Object.entries(schema.computed[table] ?? {})
  if (computed.length === 0) return record
  return { ...record, ...Object.fromEntries(computed.map(([name, of]) => [name, of(record)])) }
}

/** Removes the computed values from a record that was read. */
function withoutComputed(schema: Schema<AnyTypes>, table: string, stored: AnyRecord): AnyRecord {
  for (const name of Object.keys(schema.computed[table] ?? {})) Reflect.deleteProperty(stored, name)
  return stored
}

/**
 * Returns the range of index keys that start with these values: an array sorts after every string and number. Undefined if the
 * bounds exclude each other, because `IDBKeyRange` refuses such a range.
 */
function keyRangeOf({ equals, from, to }: IndexRange): IDBKeyRange | undefined {
  if (excludesAll({ from, to })) return undefined
  return IDBKeyRange.bound([...equals, ...valuesOf(from)], [...equals, ...valuesOf(to), []])
}

function shardsOf(
  { projections }: Schema<AnyTypes>,
  transaction: Transaction,
): ReadonlyMap<string, ProjectionShards> {
  return new Map(
    Object.entries(projections).map(([table, toRow]) => {
      const store = transaction.objectStore(rowStoreOf(table))
      const shards = createProjectionShards(toRow, {
        get: (number) => store.get(number),
        getAll: (from, to) => store.getAll(IDBKeyRange.bound(from, to)),
        put: async (bundle, number) => store.put?.(bundle, number),
        clear: async () => store.clear?.(),
      })
      return [table, shards]
    }),
  )
}
