import type { AnyRecord, AnyRow, AnyTypes, IndexDefinition, Key, Schema } from './port.ts'
import { createSortedKeys, type Entry, isIndexable, type SortedKeys } from './sortedKeys.ts'

/** A table of a storage in memory. */
export interface Table {
  name: string
  indexes: ReadonlyMap<string, IndexDefinition>
  computed: ComputedValues
  /** Derives the row of a record; undefined if the table has no projection. */
  toRow: ((record: AnyRecord) => AnyRow) | undefined
  content: Content
  /** Whether other storages have the same content. The first change copies it. */
  isShared: boolean
  /** The contents that storages with this schema share, by the frozen lists that they were created from. */
  shared: WeakMap<readonly AnyRecord[], Content>
}

/** What a table holds. */
interface Content {
  records: Map<Key, AnyRecord>
  /** The index of each name. */
  keys: ReadonlyMap<string, SortedKeys>
  /** All rows, until the next change of the table. */
  rows: readonly AnyRow[] | undefined
}

/** Computes the values of a record that are not among its fields. */
type ComputedValues = Readonly<Record<string, (record: AnyRecord) => Key | undefined>>

const sharedContents = new WeakMap<Schema<AnyTypes>, Map<string, Table['shared']>>()

/** Creates an empty table of a schema. */
export function createTable(schema: Schema<AnyTypes>, name: string): Table {
  const indexes = new Map(Object.entries(schema.indexes[name] ?? {}))
  const computed = schema.computed[name] ?? {}
  const ofSchema = sharedContents.get(schema) ?? new Map<string, Table['shared']>()
  sharedContents.set(schema, ofSchema)
  const shared: Table['shared'] = ofSchema.get(name) ?? new WeakMap()
  ofSchema.set(name, shared)
  return {
    name,
    indexes,
    computed,
    toRow: schema.projections[name],
    content: contentOf({ indexes, computed }, []),
    isShared: false,
    shared,
  }
}

/** Returns the content of a table that has these records. If two have the same id, it has the last one. */
export function contentOf(
  table: Pick<Table, 'indexes' | 'computed'>,
  list: readonly AnyRecord[],
): Content {
  const records = new Map(list.map((record) => [record.id, record]))
  // A copy of the map's values, because the table may have changed when an index is first used.
  const initial = [...records.values()]
  const keys = new Map(
    Array.from(table.indexes, ([index, { fields }]) => [
      index,
      createSortedKeys(() => entriesOf(table, initial, fields)),
    ]),
  )
  return { records, keys, rows: undefined }
}

function entriesOf(
  table: Pick<Table, 'computed'>,
  records: readonly AnyRecord[],
  fields: readonly string[],
): Entry[] {
  return records.flatMap((record) => {
    const values = valuesOf(table, record, fields)
    return isIndexable(values) ? { values, id: record.id } : []
  })
}

/**
 * Lets an empty table have the records of a frozen list, together with other storages.
 *
 * @returns false if the table is not empty, or the list or a record is not frozen. Nothing has changed then.
 */
export function adopt(table: Table, list: readonly AnyRecord[]): boolean {
  if (table.content.records.size > 0 || !Object.isFrozen(list)) return false
  let content = table.shared.get(list)
  if (!content) {
    if (!list.every((record) => Object.isFrozen(record))) return false
    assertUnique(table, list)
    content = contentOf(table, list)
    table.shared.set(list, content)
  }
  table.content = content
  table.isShared = true
  return true
}

/** Returns the content of a table, which the caller may change. */
function ownContentOf(table: Table): Content {
  if (table.isShared) {
    const { records, keys } = table.content
    const copies = new Map(Array.from(keys, ([index, sorted]) => [index, sorted.copy()]))
    table.content = { records: new Map(records), keys: copies, rows: undefined }
    table.isShared = false
  }
  return table.content
}

/** Returns a function that gives a table its present content again, after another one has replaced it. */
export function restoring(table: Table): () => void {
  const { content, isShared } = table
  return () => Object.assign(table, { content, isShared })
}

/** Puts a record, or deletes the one with this id. */
export function set(table: Table, id: Key, record: AnyRecord | undefined): void {
  const content = ownContentOf(table)
  const before = content.records.get(id)
  for (const [index, { fields }] of table.indexes) {
    const keys = content.keys.get(index)
    if (before) keys?.remove(valuesOf(table, before, fields), id)
    if (record) keys?.add(valuesOf(table, record, fields), id)
  }
  content.rows = undefined
  if (record) content.records.set(id, record)
  else content.records.delete(id)
}

/**
 * Enforces unique indexes for records that are put one after the other, as a database does. The operations check for duplicates
 * first, to return a proper error.
 */
export function assertUnique(table: Table, records: readonly AnyRecord[]): void {
  for (const [index, { fields, unique }] of table.indexes) {
    const keys = table.content.keys.get(index)
    if (!unique || !keys) continue
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

function valuesOf(
  { computed }: Pick<Table, 'computed'>,
  record: AnyRecord,
  fields: readonly string[],
): unknown[] {
  return fields.map((field) => computed[field]?.(record) ?? record[field])
}
