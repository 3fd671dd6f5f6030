import type {
  AnyRecord,
  AnyTypes,
  Bounds,
  IndexRange,
  Key,
  Reader,
  Schema,
  Writer,
} from '../port.ts'
import { valuesOf } from '../sortedKeys.ts'
import { decodeRecord, encodeRecord } from './records.ts'
import type { RowCache } from './rowCache.ts'
import { toColumn } from './sortableKeys.ts'
import type { Statements } from './statements.ts'
import { isIndexed, quote, type Table } from './tables.ts'

/** What the transactions of a database share. */
export interface Access {
  schema: Schema<AnyTypes>
  tables: ReadonlyMap<string, Table>
  statements: Statements
  rowCache: RowCache
}

/** A part of a statement that selects the rows of a range. */
interface Selection {
  sql: string
  values: (Key | null)[]
  /** The columns that sort the rows. */
  columns: readonly string[]
}

/** Reads from a database. */
export function readerOn({ tables, statements, rowCache }: Access): Reader<AnyTypes> {
  return {
    async get(table, id) {
      const { name } = tableOf(tables, table)
      const found = statements.first(
        `SELECT record, checksum FROM ${quote(name)} WHERE id = ?`,
        toColumn(id),
      )
      return found && decodeRecord(found)
    },
    async all(table) {
      return readAll(statements, tableOf(tables, table).name, 'ORDER BY id')
    },
    async list(table, index, range) {
      const { direction = 'ascending', offset = 0, limit = Infinity } = range
      const { sql, values, columns } = selectionOf(tableOf(tables, table), index, range)
      const order = direction === 'ascending' ? 'ASC' : 'DESC'
      const sorted = columns.map((column) => `${quote(column)} ${order}`).join(', ')
      return statements
        .all(
          `SELECT record, checksum ${sql} ORDER BY ${sorted} LIMIT ? OFFSET ?`,
          ...values,
          limit === Infinity ? -1 : limit,
          Math.min(offset, Number.MAX_SAFE_INTEGER),
        )
        .map(decodeRecord)
    },
    async count(table, index, equals, bounds) {
      const { sql, values } = selectionOf(tableOf(tables, table), index, { equals, ...bounds })
      return Number(statements.first(`SELECT count(*) AS count ${sql}`, ...values)?.count)
    },
    async *rows(name) {
      const { rows } = tableOf(tables, name)
      if (rows === undefined) throw new Error(`Table ${name} has no projection`)
      yield rowCache.rowsOf(name, () => readAll(statements, rows))
    },
  }
}

/** Reads from and writes to a database. */
export function writerOn(access: Access): Writer<AnyTypes> {
  const { tables, statements, rowCache } = access

  function put(table: Table, record: AnyRecord): void {
    putRecord(access, table, record)
    const toRow = access.schema.projections[table.name]
    if (toRow) rowCache.put(table.name, toRow(record))
  }

  return {
    ...readerOn(access),
    async put(table, record) {
      put(tableOf(tables, table), record)
    },
    async putAll(name, records) {
      const table = tableOf(tables, name)
      for (const record of records) put(table, record)
    },
    async delete(table, id) {
      const { name, rows } = tableOf(tables, table)
      statements.run(`DELETE FROM ${quote(name)} WHERE id = ?`, toColumn(id))
      if (rows === undefined) return
      statements.run(`DELETE FROM ${quote(rows)} WHERE id = ?`, toColumn(id))
      rowCache.delete(name, id)
    },
    async clear(table) {
      const { name, rows } = tableOf(tables, table)
      statements.run(`DELETE FROM ${quote(name)}`)
      if (rows === undefined) return
      statements.run(`DELETE FROM ${quote(rows)}`)
      rowCache.clear(name)
    },
  }
}

/** Writes a record with its indexed values and its row. */
export function putRecord(
  { schema, statements }: Pick<Access, 'schema' | 'statements'>,
  { name, fields, rows }: Table,
  record: AnyRecord,
): void {
  const computed = schema.computed[name] ?? {}
  const values = fields.map((field) => toColumn(computed[field]?.(record) ?? record[field]))
  putRow(statements, name, record.id, record, fields, values)
  const toRow = schema.projections[name]
  if (rows !== undefined && toRow) putRow(statements, rows, record.id, toRow(record), [], [])
}

function putRow(
  statements: Statements,
  table: string,
  id: Key,
  content: unknown,
  fields: readonly string[],
  values: readonly (Key | null)[],
): void {
  const { text, checksum } = encodeRecord(content)
  const columns = ['record', 'checksum', ...fields].map(quote)
  const changes = columns.map((column) => `${column} = excluded.${column}`)
  statements.run(
    `INSERT INTO ${quote(table)} (id, ${columns.join(', ')}) VALUES (?${', ?'.repeat(columns.length)}) ` +
      `ON CONFLICT (id) DO UPDATE SET ${changes.join(', ')}`,
    toColumn(id),
    text,
    checksum,
    ...values,
  )
}

function readAll(statements: Statements, table: string, order = ''): AnyRecord[] {
  return statements.all(`SELECT record, checksum FROM ${quote(table)} ${order}`).map(decodeRecord)
}

/** Selects a range of an index, and makes SQLite use this index. */
function selectionOf(table: Table, name: string, { equals, from, to }: IndexRange): Selection {
  const index = table.indexes.get(name)
  if (!index) throw new Error(`Table ${table.name} has no index ${name}`)
  const { columns } = index
  const conditions = [
    isIndexed(index),
    ...equals.map((_, position) => `${quote(columns[position] ?? '')} = ?`),
  ]
  const values: Key[] = [...equals]

  function bound(operator: '>=' | '<=', bounds: Bounds['from']): void {
    const bounding = valuesOf(bounds)
    if (bounding.length === 0) return
    const bounded = columns.slice(equals.length, equals.length + bounding.length).map(quote)
    conditions.push(`(${bounded.join(', ')}) ${operator} (${bounding.map(() => '?').join(', ')})`)
    values.push(...bounding)
  }
  bound('>=', from)
  bound('<=', to)

  return {
    sql: `FROM ${quote(table.name)} INDEXED BY ${quote(index.name)} WHERE ${conditions.join(' AND ')}`,
    values: values.map(toColumn),
    columns,
  }
}

function tableOf(tables: ReadonlyMap<string, Table>, name: string): Table {
  const table = tables.get(name)
  if (!table) throw new Error(`There is no table ${name}`)
  return table
}
