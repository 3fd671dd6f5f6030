import type { AnyRecord, AnyTypes, IndexRange, Key, Reader, Schema, Writer } from '../port.ts'
import { conditionOf, offsetOf, orderOf } from '../sql/ranges.ts'
import { toColumn } from '../sql/sortableKeys.ts'
import {
  indexedValues,
  indexOf,
  quote,
  type Table,
  type TableIndex,
  tableOf,
} from '../sql/tables.ts'
import { decodeRecord, encodeRecord } from './records.ts'
import type { RowCache } from './rowCache.ts'
import type { Statements } from './statements.ts'

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
}

/** Reads from a database. */
export function readerOn({ tables, statements, rowCache }: Access): Reader<AnyTypes> {
  return {
    async get(table, id) {
      const found = statements.first(textsOf(tableOf(tables, table)).get, toColumn(id))
      return found && decodeRecord(found)
    },
    async all(table) {
      return readAll(statements, tableOf(tables, table).name, 'ORDER BY id')
    },
    async list(name, indexName, range) {
      const table = tableOf(tables, name)
      const index = indexOf(table, indexName)
      const { limit = Infinity } = range
      const { sql, values } = selectionOf(table, index, range)
      return statements
        .all(
          `SELECT record, checksum ${sql} ORDER BY ${orderOf(index, range)} LIMIT ? OFFSET ?`,
          ...values,
          limit === Infinity ? -1 : limit,
          offsetOf(range),
        )
        .map(decodeRecord)
    },
    async count(name, index, equals, bounds) {
      const table = tableOf(tables, name)
      const { sql, values } = selectionOf(table, indexOf(table, index), { equals, ...bounds })
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
  table: Table,
  record: AnyRecord,
): void {
  const { put, putRow } = textsOf(table)
  const id = toColumn(record.id)
  const { text, checksum } = encodeRecord(record)
  const values = indexedValues(schema, table, record).map(toColumn)
  statements.run(put, id, text, checksum, ...values)
  const toRow = schema.projections[table.name]
  if (putRow === undefined || !toRow) return
  const row = encodeRecord(toRow(record))
  statements.run(putRow, id, row.text, row.checksum)
}

/** The statements on single records of a table. */
interface TableTexts {
  get: string
  put: string
  /** Puts the row of the projection, if the table has one. */
  putRow: string | undefined
}

/** To put the texts together takes longer than to run the statements. */
const texts = new WeakMap<Table, TableTexts>()

function textsOf(table: Table): TableTexts {
  const { name, fields, rows } = table
  let known = texts.get(table)
  if (!known) {
    const get = `SELECT record, checksum FROM ${quote(name)} WHERE id = ?`
    const putRow = rows === undefined ? undefined : putText(rows, [])
    known = { get, put: putText(name, fields), putRow }
    texts.set(table, known)
  }
  return known
}

function putText(table: string, fields: readonly string[]): string {
  const columns = ['record', 'checksum', ...fields].map(quote)
  const changes = columns.map((column) => `${column} = excluded.${column}`)
  return (
    `INSERT INTO ${quote(table)} (id, ${columns.join(', ')}) VALUES (?${', ?'.repeat(columns.length)}) ` +
    `ON CONFLICT (id) DO UPDATE SET ${changes.join(', ')}`
  )
}

function readAll(statements: Statements, table: string, order = ''): AnyRecord[] {
  return statements.all(`SELECT record, checksum FROM ${quote(table)} ${order}`).map(decodeRecord)
}

/** Selects a range of an index, and makes SQLite use this index. */
function selectionOf(table: Table, index: TableIndex, range: IndexRange): Selection {
  const { sql, values } = conditionOf(index, range, () => '?')
  return {
    sql: `FROM ${quote(table.name)} INDEXED BY ${quote(index.name)} WHERE ${sql}`,
    values: values.map(toColumn),
  }
}
