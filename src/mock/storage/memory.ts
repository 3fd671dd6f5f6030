import {
  type ProjectedTable,
  indexes,
  type IndexName,
  type Key,
  type Row,
  projections,
  type Storage,
  type IndexRange,
  type TableName,
  type Tables,
  type Writer,
} from './storage.ts'
import { createSortedKeys, isIndexable, type SortedKeys } from './sortedKeys.ts'

type AnyRecord = { id: Key } & Record<string, unknown>

interface Table {
  records: Map<Key, AnyRecord>
  indexes: Record<string, { fields: readonly string[]; unique: boolean; keys: SortedKeys }>
}

/** A record that a transaction has written or deleted. */
export interface Change {
  table: TableName
  id: Key
  /** The new record; undefined if it was deleted. */
  record: unknown
}

export interface MemoryStorage extends Storage {
  /** Returns copies of all records, by table. */
  dump(): { [Name in TableName]: Tables[Name][] }
}

/**
 * Storage in memory, for tests and for a host without a file. Its data are lost with the page or the process.
 *
 * @param persist gets the changes of a transaction before it is committed. If it throws, the transaction is rolled back.
 */
export function createMemoryStorage(
  persist: (changes: readonly Change[]) => void | Promise<void> = () => undefined,
): MemoryStorage {
  const state = Object.fromEntries(
    Object.keys(indexes).map((name) => [name, createTable(name as TableName)]),
  ) as Record<TableName, Table>
  let lastTransaction: Promise<unknown> = Promise.resolve()

  /** Runs transactions one after the other. If `work` throws, its writes are rolled back. */
  function runSerially<Result>(work: (writer: Writer) => Promise<Result>): Promise<Result> {
    const result = lastTransaction.then(async () => {
      const previous: Change[] = []
      try {
        const value = await work(writerOn(state, previous))
        await persist(
          previous.map(({ table, id }) => ({ table, id, record: state[table].records.get(id) })),
        )
        return value
      } catch (error) {
        for (const { table, id, record } of previous.reverse()) {
          set(state[table], id, record as AnyRecord | undefined)
        }
        throw error
      }
    })
    lastTransaction = result.catch(() => undefined)
    return result
  }

  return {
    read: (work) => runSerially(work),
    change: (work) => runSerially(work),
    dump: () =>
      Object.fromEntries(
        Object.entries(state).map(([name, { records }]) => [
          name,
          structuredClone([...records.values()]),
        ]),
      ) as unknown as ReturnType<MemoryStorage['dump']>,
  }
}

function createTable(name: TableName): Table {
  const entries = Object.entries(
    indexes[name] as Record<string, { fields: readonly string[]; unique: boolean }>,
  )
  return {
    records: new Map(),
    indexes: Object.fromEntries(
      entries.map(([index, { fields, unique }]) => [
        index,
        { fields, unique, keys: createSortedKeys() },
      ]),
    ),
  }
}

/** @param previous collects the record that each write replaces, so that the writes can be rolled back. */
function writerOn(state: Record<TableName, Table>, previous: Change[]): Writer {
  function write(table: TableName, id: Key, record: AnyRecord | undefined): void {
    previous.push({ table, id, record: state[table].records.get(id) })
    set(state[table], id, record)
  }

  function put(table: TableName, record: AnyRecord): void {
    assertUnique(state[table], table, record)
    write(table, record.id, structuredClone(record))
  }

  function sortedKeysOf(table: TableName, index: string): SortedKeys {
    const found = state[table].indexes[index]
    if (!found) throw new Error(`Table ${table} has no index ${index}`)
    return found.keys
  }

  return {
    get: async <Name extends TableName>(table: Name, id: Key) =>
      structuredClone(state[table].records.get(id)) as Tables[Name] | undefined,
    all: async <Name extends TableName>(table: Name) =>
      structuredClone([...state[table].records.values()].sort(byKey)) as unknown as Tables[Name][],
    async list<Name extends TableName>(
      table: Name,
      index: IndexName<Name>,
      { equals, from, to, direction, offset = 0, limit = Infinity }: IndexRange,
    ) {
      const between = { from, to }
      const ids = sortedKeysOf(table, index).slice(
        equals,
        direction ?? 'ascending',
        offset,
        limit,
        between,
      )
      return ids.map((id) =>
        structuredClone(state[table].records.get(id)),
      ) as unknown as Tables[Name][]
    },
    count: async (table, index, equals) => sortedKeysOf(table, index).count(equals),
    async *rows(table) {
      yield Array.from(state[table].records.values(), (record) =>
        rowOf(table, record as unknown as Tables[typeof table]),
      )
    },
    async put(table, record) {
      put(table, record as unknown as AnyRecord)
    },
    async putAll(table, records) {
      for (const record of records) put(table, record as unknown as AnyRecord)
    },
    async delete(table, id) {
      if (state[table].records.has(id)) write(table, id, undefined)
    },
    async clear(table) {
      for (const id of [...state[table].records.keys()]) write(table, id, undefined)
    },
  }
}

/** Caches the row of each record. The storage never modifies a record, it only replaces it. */
const rowCache = new WeakMap<object, Row<ProjectedTable>>()

function rowOf<Name extends ProjectedTable>(table: Name, record: Tables[Name]): Row<Name> {
  const row = rowCache.get(record) ?? projections[table](record)
  rowCache.set(record, row)
  return row
}

/** Sorts numbers before texts, as IndexedDB does. */
function byKey(one: AnyRecord, other: AnyRecord): number {
  if (typeof one.id !== typeof other.id) return typeof one.id === 'number' ? -1 : 1
  return one.id < other.id ? -1 : 1
}

function set(table: Table, id: Key, record: AnyRecord | undefined): void {
  const before = table.records.get(id)
  for (const { fields, keys } of Object.values(table.indexes)) {
    if (before) keys.remove(valuesOf(before, fields), id)
    if (record) keys.add(valuesOf(record, fields), id)
  }
  if (record) table.records.set(id, record)
  else table.records.delete(id)
}

/** Enforces unique indexes, as a database does. The operations check for duplicates first, to return a proper error. */
function assertUnique(table: Table, name: TableName, record: AnyRecord): void {
  for (const { fields, unique, keys } of Object.values(table.indexes)) {
    const values = valuesOf(record, fields)
    if (!unique || !isIndexable(values)) continue
    if (keys.slice(values, 'ascending', 0, 2).some((id) => id !== record.id)) {
      throw new DOMException(`Duplicate value in ${name}: ${fields.join(', ')}`, 'ConstraintError')
    }
  }
}

function valuesOf(record: AnyRecord, fields: readonly string[]): unknown[] {
  return fields.map((field) => record[field])
}
