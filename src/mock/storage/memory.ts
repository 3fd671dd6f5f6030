import {
  adopt,
  assertUnique,
  contentOf,
  createTable,
  restoring,
  set,
  type Table,
} from './memoryTables.ts'
import type {
  AnyRecord,
  AnyRow,
  AnyTypes,
  IndexName,
  IndexRange,
  Key,
  Reader,
  RecordOf,
  Schema,
  SchemaTypes,
  Storage,
  TableName,
  Writer,
} from './port.ts'
import type { SortedKeys } from './sortedKeys.ts'

/** Undoes a change of a transaction. */
type Undo = () => void

/** Finds a table. @throws Error if the schema has none with this name. */
type FindTable = (name: string) => Table

export interface MemoryStorage<Types extends SchemaTypes> extends Storage<Types> {
  /** Whether an index has these values now, also those of a transaction that has not ended. */
  has<Name extends TableName<Types>>(
    table: Name,
    index: IndexName<Types, Name>,
    values: readonly Key[],
  ): boolean
  /** Returns copies of all records, by table. */
  dump(): { [Name in TableName<Types>]: RecordOf<Types, Name>[] }
}

/**
 * Storage in memory, for tests and for worlds. Its data are lost with the page or the process. It keeps a copy of each record,
 * unless the record is frozen: it must then be frozen with all its parts (`sharedData.ts`). Storages that are filled with the same
 * frozen list share its table until one of them changes it.
 *
 * @param initial the records at the start, by table. The storage keeps these objects: nobody may modify them.
 */
export function createMemoryStorage<Types extends SchemaTypes>(
  schema: Schema<Types>,
  initial?: { [Name in TableName<Types>]?: readonly RecordOf<Types, Name>[] },
): MemoryStorage<Types>
export function createMemoryStorage(
  schema: Schema<AnyTypes>,
  initial: Partial<Record<string, readonly AnyRecord[]>> = {},
): MemoryStorage<AnyTypes> {
  const tables = new Map(
    Object.keys(schema.indexes).map((name) => [name, createTable(schema, name)]),
  )
  for (const [name, records = []] of Object.entries(initial)) {
    const table = findTable(name)
    if (!adopt(table, records)) table.content = contentOf(table, records)
  }
  let lastTransaction: Promise<unknown> = Promise.resolve()

  function findTable(name: string): Table {
    const table = tables.get(name)
    if (!table) throw new Error(`There is no table ${name}`)
    return table
  }

  /** Runs transactions one after the other. */
  function runSerially<Result>(transaction: () => Promise<Result>): Promise<Result> {
    const result = lastTransaction.then(transaction)
    lastTransaction = result.catch(() => undefined)
    return result
  }

  /** Runs `work`. If it throws, its writes are rolled back. */
  async function write<Result>(
    work: (writer: Writer<AnyTypes>) => Promise<Result>,
  ): Promise<Result> {
    const undoing: Undo[] = []
    try {
      return await work(writerOn(findTable, undoing))
    } catch (error) {
      for (const undo of undoing.reverse()) undo()
      throw error
    }
  }

  return {
    read: (work) => runSerially(() => work(readerOn(findTable))),
    write: (work) => runSerially(() => write(work)),
    has: (table, index, values) => sortedKeysOf(findTable, table, index).count(values) > 0,
    dump: () =>
      Object.fromEntries(
        Array.from(tables, ([name, { content }]) => [
          name,
          structuredClone([...content.records.values()]),
        ]),
      ),
  }
}

function sortedKeysOf(findTable: FindTable, table: string, index: string): SortedKeys {
  const found = findTable(table).content.keys.get(index)
  if (!found) throw new Error(`Table ${table} has no index ${index}`)
  return found
}

/** Returns what the storage keeps of a record. */
function kept(record: AnyRecord): AnyRecord {
  return Object.isFrozen(record) ? record : structuredClone(record)
}

function readerOn(findTable: FindTable): Reader<AnyTypes> {
  return {
    get: async (table, id) => structuredClone(findTable(table).content.records.get(id)),
    all: async (table) =>
      structuredClone([...findTable(table).content.records.values()].sort(byKey)),
    async list(table, index, range: IndexRange) {
      const { equals, direction = 'ascending', offset = 0, limit = Infinity } = range
      const { records } = findTable(table).content
      return sortedKeysOf(findTable, table, index)
        .slice(equals, direction, offset, limit, range)
        .flatMap((id) => structuredClone(records.get(id)) ?? [])
    },
    count: async (table, index, equals, bounds) =>
      sortedKeysOf(findTable, table, index).count(equals, bounds),
    async *rows(name) {
      const table = findTable(name)
      const { content } = table
      yield (content.rows ??= Array.from(content.records.values(), (record) =>
        rowOf(table, record),
      ))
    },
  }
}

/** @param undoing collects what undoes the changes. */
function writerOn(findTable: FindTable, undoing: Undo[]): Writer<AnyTypes> {
  function write(table: Table, id: Key, record: AnyRecord | undefined): void {
    const before = table.content.records.get(id)
    undoing.push(() => set(table, id, before))
    set(table, id, record)
  }

  function putAll(table: Table, records: readonly AnyRecord[]): void {
    const undo = restoring(table)
    if (adopt(table, records)) {
      undoing.push(undo)
      return
    }
    assertUnique(table, records)
    for (const record of records) write(table, record.id, kept(record))
  }

  return {
    ...readerOn(findTable),
    async put(table, record) {
      putAll(findTable(table), [record])
    },
    async putAll(table, records) {
      putAll(findTable(table), records)
    },
    async delete(name, id) {
      const table = findTable(name)
      if (table.content.records.has(id)) write(table, id, undefined)
    },
    async clear(name) {
      const table = findTable(name)
      undoing.push(restoring(table))
      table.content = contentOf(table, [])
      table.isShared = false
    },
  }
}

/** Caches the row of each record. The storage never modifies a record, it only replaces it. */
const rowCache = new WeakMap<object, AnyRow>()

function rowOf({ name, toRow }: Table, record: AnyRecord): AnyRow {
  if (!toRow) throw new Error(`Table ${name} has no projection`)
  const row = rowCache.get(record) ?? toRow(record)
  rowCache.set(record, row)
  return row
}

/** Sorts numbers before texts, as IndexedDB does. */
function byKey(one: AnyRecord, other: AnyRecord): number {
  if (typeof one.id !== typeof other.id) return typeof one.id === 'number' ? -1 : 1
  return one.id < other.id ? -1 : 1
}
