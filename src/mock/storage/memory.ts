import {
  type CoveredTable,
  indexes,
  type IndexName,
  type Key,
  type Row,
  rowsOf,
  type Storage,
  type Stretch,
  type TableName,
  type Tables,
  type Writer,
} from './storage.ts'
import { createSortedKeys, isIndexed, type SortedKeys } from './sortedKeys.ts'

type AnyRecord = { id: Key } & Record<string, unknown>

interface Table {
  records: Map<Key, AnyRecord>
  indexes: Record<string, { fields: readonly string[]; unique: boolean; keys: SortedKeys }>
}

/** One record that a transaction has written or deleted. */
export interface Change {
  table: TableName
  id: Key
  /** The record as it is now; undefined where it was deleted. */
  record: unknown
}

export interface MemoryStorage extends Storage {
  /** All that is there, by table. */
  dump(): { [Name in TableName]: Tables[Name][] }
}

/**
 * Storage that lasts as long as the page or the process: for tests, and for a host without a file.
 *
 * @param keep is given what a transaction has changed before it counts. If it throws, nothing is changed.
 */
export function createMemoryStorage(
  keep: (changes: readonly Change[]) => void | Promise<void> = () => undefined,
): MemoryStorage {
  const state = Object.fromEntries(
    Object.keys(indexes).map((name) => [name, createTable(name as TableName)]),
  ) as Record<TableName, Table>
  let last: Promise<unknown> = Promise.resolve()

  /** One after the other; where the work fails, what it has written is taken back. */
  function inTurn<Result>(work: (writer: Writer) => Promise<Result>): Promise<Result> {
    const result = last.then(async () => {
      const before: Change[] = []
      try {
        const value = await work(writerOn(state, before))
        await keep(
          before.map(({ table, id }) => ({ table, id, record: state[table].records.get(id) })),
        )
        return value
      } catch (error) {
        for (const { table, id, record } of before.reverse()) {
          set(state[table], id, record as AnyRecord | undefined)
        }
        throw error
      }
    })
    last = result.catch(() => undefined)
    return result
  }

  return {
    read: (work) => inTurn(work),
    change: (work) => inTurn(work),
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

/** @param before collects what was there before each write. */
function writerOn(state: Record<TableName, Table>, before: Change[]): Writer {
  function write(table: TableName, id: Key, record: AnyRecord | undefined): void {
    before.push({ table, id, record: state[table].records.get(id) })
    set(state[table], id, record)
  }

  function put(table: TableName, record: AnyRecord): void {
    refuseDuplicates(state[table], table, record)
    write(table, record.id, structuredClone(record))
  }

  function keysOf(table: TableName, index: string): SortedKeys {
    const found = state[table].indexes[index]
    if (!found) throw new Error(`No index ${index} in ${table}`)
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
      { equals, from, to, direction, offset = 0, limit = Infinity }: Stretch,
    ) {
      const between = { from, to }
      const ids = keysOf(table, index).slice(
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
    count: async (table, index, equals) => keysOf(table, index).count(equals),
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

/** The rows of records, made once: a record in here is never changed, only taken the place of. */
const knownRows = new WeakMap<object, Row<CoveredTable>>()

function rowOf<Name extends CoveredTable>(table: Name, record: Tables[Name]): Row<Name> {
  const row = knownRows.get(record) ?? rowsOf[table](record)
  knownRows.set(record, row)
  return row
}

/** Numbers before texts, as the keys of IndexedDB are. */
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

/** As a database does: the last line of defence behind the rules, which look first. */
function refuseDuplicates(table: Table, name: TableName, record: AnyRecord): void {
  for (const { fields, unique, keys } of Object.values(table.indexes)) {
    const values = valuesOf(record, fields)
    if (!unique || !isIndexed(values)) continue
    if (keys.slice(values, 'ascending', 0, 2).some((id) => id !== record.id)) {
      throw new DOMException(`Not unique in ${name}: ${fields.join(', ')}`, 'ConstraintError')
    }
  }
}

function valuesOf(record: AnyRecord, fields: readonly string[]): unknown[] {
  return fields.map((field) => record[field])
}
