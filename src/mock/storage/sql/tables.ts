import type { AnyRecord, AnyTypes, IndexDefinition, Schema } from '../port.ts'

/** An index of a table. */
export interface TableIndex {
  name: string
  /** The fields, and last the id if other records may have the same values. */
  columns: readonly string[]
  unique: boolean
}

/** A table of a database of SQL: one row for each record, with its id, its content, and a column for each indexed field. */
export interface Table {
  name: string
  /** The indexed fields, without the id. */
  fields: readonly string[]
  indexes: ReadonlyMap<string, TableIndex>
  /** The table of the projection, if there is one. */
  rows: string | undefined
}

/** Returns the tables of a schema, by name. */
export function tablesOf(schema: Schema<AnyTypes>): ReadonlyMap<string, Table> {
  return new Map(
    Object.entries(schema.indexes).map(([name, indexes]) => {
      const fields = new Set(Object.values(indexes).flatMap((index) => index.fields))
      fields.delete('id')
      const table: Table = {
        name,
        fields: [...fields],
        indexes: new Map(
          Object.entries(indexes).map(([index, definition]) => [
            index,
            toIndex(name, index, definition),
          ]),
        ),
        rows: schema.projections[name] ? `${name} rows` : undefined,
      }
      return [name, table]
    }),
  )
}

function toIndex(table: string, index: string, { fields, unique }: IndexDefinition): TableIndex {
  const hasId = unique || fields.includes('id')
  return { name: `${table} ${index}`, columns: hasId ? fields : [...fields, 'id'], unique }
}

/** How a database of SQL defines the columns of a table. */
export interface ColumnTypes {
  /** The columns of a table with and without indexed fields: the id and the content. */
  fixed: readonly string[]
  /** The type of a column for an indexed field. */
  field: string
  /** Columns that each index begins with. */
  indexPrefix?: readonly string[]
}

/** Returns the statements that create a table with its indexes, by the name of what they create. */
export function definitionsOf(
  { name, fields, indexes, rows }: Table,
  types: ColumnTypes,
): Map<string, string> {
  const columns = [
    ...types.fixed,
    ...fields.map((field) => `${quote(field)} ${types.field}`.trim()),
  ]
  const definitions = new Map([[name, `CREATE TABLE ${quote(name)} (${columns.join(', ')})`]])
  if (rows !== undefined) {
    definitions.set(rows, `CREATE TABLE ${quote(rows)} (${types.fixed.join(', ')})`)
  }
  for (const index of indexes.values()) {
    const kind = index.unique ? 'UNIQUE INDEX' : 'INDEX'
    const indexed = [...(types.indexPrefix ?? []), ...index.columns]
    const on = `${quote(name)} (${indexed.map(quote).join(', ')})`
    // A record without one of the values is not in the index, as in IndexedDB.
    definitions.set(
      index.name,
      `CREATE ${kind} ${quote(index.name)} ON ${on} WHERE ${isIndexed(index)}`,
    )
  }
  return definitions
}

/** Returns the values of a record's indexed fields. */
export function indexedValues(
  schema: Schema<AnyTypes>,
  { name, fields }: Table,
  record: AnyRecord,
): unknown[] {
  const computed = schema.computed[name] ?? {}
  return fields.map((field) => computed[field]?.(record) ?? record[field])
}

/** Finds a table. @throws Error if the schema has none with this name. */
export function tableOf(tables: ReadonlyMap<string, Table>, name: string): Table {
  const table = tables.get(name)
  if (!table) throw new Error(`There is no table ${name}`)
  return table
}

/** Finds an index of a table. @throws Error if the table has none with this name. */
export function indexOf(table: Table, name: string): TableIndex {
  const index = table.indexes.get(name)
  if (!index) throw new Error(`Table ${table.name} has no index ${name}`)
  return index
}

/** Returns the condition for a row to be in an index. An id is never null. */
export function isIndexed({ columns }: TableIndex): string {
  return columns
    .filter((column) => column !== 'id')
    .map((column) => `${quote(column)} IS NOT NULL`)
    .join(' AND ')
}

/** Quotes a name for SQL. */
export function quote(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}
