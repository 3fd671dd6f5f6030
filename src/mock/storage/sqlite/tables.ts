import type { AnyTypes, IndexDefinition, Schema } from '../port.ts'

/** An index of a table. */
interface TableIndex {
  name: string
  /** The fields, and last the id if other records may have the same values. */
  columns: readonly string[]
  unique: boolean
}

/** A table of a database: one row for each record, with its JSON, its checksum, and a column for each indexed field. */
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
            indexOf(name, index, definition),
          ]),
        ),
        rows: schema.projections[name] ? `${name} rows` : undefined,
      }
      return [name, table]
    }),
  )
}

function indexOf(table: string, index: string, { fields, unique }: IndexDefinition): TableIndex {
  const hasId = unique || fields.includes('id')
  return { name: `${table} ${index}`, columns: hasId ? fields : [...fields, 'id'], unique }
}

/** Returns the statements that create a table with its indexes, by the name of what they create. */
export function definitionsOf({ name, fields, indexes, rows }: Table): Map<string, string> {
  const columns = ['id NOT NULL UNIQUE', 'record TEXT NOT NULL', 'checksum INTEGER NOT NULL']
  const definitions = new Map([
    [name, `CREATE TABLE ${quote(name)} (${[...columns, ...fields.map(quote)].join(', ')})`],
  ])
  if (rows !== undefined) {
    definitions.set(rows, `CREATE TABLE ${quote(rows)} (${columns.join(', ')})`)
  }
  for (const index of indexes.values()) {
    const kind = index.unique ? 'UNIQUE INDEX' : 'INDEX'
    const on = `${quote(name)} (${index.columns.map(quote).join(', ')})`
    // A record without one of the values is not in the index, as in IndexedDB.
    definitions.set(
      index.name,
      `CREATE ${kind} ${quote(index.name)} ON ${on} WHERE ${isIndexed(index)}`,
    )
  }
  return definitions
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
