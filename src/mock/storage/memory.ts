import type {
  AnyRecord,
  AnyRow,
  AnyTypes,
  IndexDefinition,
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
import { createSortedKeys, isIndexable, type SortedKeys } from './sortedKeys.ts'

interface Table {
  name: string
  records: Map<Key, AnyRecord>
  indexes: ReadonlyMap<string, IndexDefinition & { keys: SortedKeys }>
  computed: ComputedValues
  /** Derives the row of a record; undefined if the table has no projection. */
  toRow: ((record: AnyRecord) => AnyRow) | undefined
  /** All rows, until the next change of the table. */
  rows: readonly AnyRow[] | undefined
}

/** Computes the values of a record that are not among its fields. */
type ComputedValues = Readonly<Record<string, (record: AnyRecord) => Key | undefined>>

/** Finds a table. @throws Error if the schema has none with this name. */
type FindTable = (name: string) => Table

/** A record before a transaction has written or deleted it. */
interface Change {
  table: string
  id: Key
  /** The earlier record; undefined if there was none. */
  record: AnyRecord | undefined
}

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
 * unless the record is frozen: it must then be frozen with all its parts (`sharedData.ts`).
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
  for (const [name, records] of Object.entries(initial)) {
    for (const record of records ?? []) set(findTable(name), record.id, record)
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
    const previous: Change[] = []
    try {
      return await work(writerOn(findTable, previous))
    } catch (error) {
      for (const { table, id, record } of previous.reverse()) {
        set(findTable(table), id, record)
      }
      throw error
    }
  }

  return {
    read: (work) => runSerially(() => work(readerOn(findTable))),
    write: (work) => runSerially(() => write(work)),
    has: (table, index, values) => sortedKeysOf(findTable, table, index).count(values) > 0,
    dump: () =>
      Object.fromEntries(
        Array.from(tables, ([name, { records }]) => [name, structuredClone([...records.values()])]),
      ),
  }
}

function createTable(schema: Schema<AnyTypes>, name: string): Table {
  return {
    name,
    records: new Map(),
    indexes: new Map(
      Object.entries(schema.indexes[name] ?? {}).map(([index, definition]) => [
        index,
        { ...definition, keys: createSortedKeys() },
      ]),
    ),
    computed: schema.computed[name] ?? {},
    toRow: schema.projections[name],
    rows: undefined,
  }
}

function sortedKeysOf(findTable: FindTable, table: string, index: string): SortedKeys {
  const found = findTable(table).indexes.get(index)
  if (!found) throw new Error(`Table ${table} has no index ${index}`)
  return found.keys
}

/** Returns what the storage keeps of a record. */
function kept(record: AnyRecord): AnyRecord {
  return Object.isFrozen(record) ? record : structuredClone(record)
}

function readerOn(findTable: FindTable): Reader<AnyTypes> {
  return {
    get: async (table, id) => structuredClone(findTable(table).records.get(id)),
    all: async (table) => structuredClone([...findTable(table).records.values()].sort(byKey)),
    async list(table, index, range: IndexRange) {
      const { equals, direction = 'ascending', offset = 0, limit = Infinity } = range
      const { records } = findTable(table)
      return sortedKeysOf(findTable, table, index)
        .slice(equals, direction, offset, limit, range)
        .flatMap((id) => structuredClone(records.get(id)) ?? [])
    },
    count: async (table, index, equals, bounds) =>
      sortedKeysOf(findTable, table, index).count(equals, bounds),
    async *rows(name) {
      const table = findTable(name)
      yield (table.rows ??= Array.from(table.records.values(), (record) => rowOf(table, record)))
    },
  }
}

/** @param previous collects the record that each write replaces, so that the writes can be rolled back. */
function writerOn(findTable: FindTable, previous: Change[]): Writer<AnyTypes> {
  function write(table: Table, id: Key, record: AnyRecord | undefined): void {
    previous.push({ table: table.name, id, record: table.records.get(id) })
    set(table, id, record)
  }

  function putAll(table: Table, records: readonly AnyRecord[]): void {
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
      if (table.records.has(id)) write(table, id, undefined)
    },
    async clear(name) {
      const table = findTable(name)
      for (const id of [...table.records.keys()]) write(table, id, undefined)
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

function set(table: Table, id: Key, record: AnyRecord | undefined): void {
  const before = table.records.get(id)
  for (const { fields, keys } of table.indexes.values()) {
    if (before) keys.remove(valuesOf(table, before, fields), id)
    if (record) keys.add(valuesOf(table, record, fields), id)
  }
  table.rows = undefined
  if (record) table.records.set(id, record)
  else table.records.delete(id)
}

/**
 * Enforces unique indexes for records that are put one after the other, as a database does. The operations check for duplicates
 * first, to return a proper error.
 */
function assertUnique(table: Table, records: readonly AnyRecord[]): void {
  for (const { fields, unique, keys } of table.indexes.values()) {
    if (!unique) continue
    /** The values of the records so far, by id, and the ids by their values. */
    const valuesById = new Map<Key, string>()
    const idByValues = new Map<string, Key>()
    for (const record of records) {
      const values = valuesOf(table, record, fields)
      const text = isIndexable(values) ? JSON.stringify(values) : ''
      const isTaken =
        isIndexable(values) &&
        [...keys.slice(values, 'ascending', 0, 1)].some(
          (id) => id !== record.id && !valuesById.has(id),
        )
      const other = idByValues.get(text)
      if (isTaken || (text !== '' && other !== undefined && other !== record.id)) {
        const names = fields.join(', ')
        throw new DOMException(`Duplicate value in ${table.name}: ${names}`, 'ConstraintError')
      }
      idByValues.delete(valuesById.get(record.id) ?? '')
      valuesById.set(record.id, text)
      idByValues.set(text, record.id)
    }
  }
}

function valuesOf({ computed }: Table, record: AnyRecord, fields: readonly string[]): unknown[] {
  return fields.map((field) => computed[field]?.(record) ?? record[field])
}
