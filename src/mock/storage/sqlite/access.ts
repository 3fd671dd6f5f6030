import type { AnyRecord, AnyRow, AnyTypes, Reader, Schema, Writer } from '../port.ts'
import { offsetOf, valuesOfRange } from '../sql/ranges.ts'
import { toColumn } from '../sql/sortableKeys.ts'
import { indexedValues, indexOf, quote, type Table, tableOf } from '../sql/tables.ts'
import { decodeRecord, encodeRecord } from './records.ts'
import type { RowCache } from './rowCache.ts'
import type { Statements } from './statements.ts'
import { rangeTextsOf, recordTextsOf, updateTextOf } from './texts.ts'

/** What the transactions of a database share. */
export interface Access {
  schema: Schema<AnyTypes>
  tables: ReadonlyMap<string, Table>
  statements: Statements
  rowCache: RowCache
}

/** Reads from a database. */
export function readerOn({ tables, statements, rowCache }: Access): Reader<AnyTypes> {
  return {
    async get(table, id) {
      const found = statements.first(recordTextsOf(tableOf(tables, table)).get, toColumn(id))
      return found && decodeRecord(found)
    },
    async all(table) {
      const { name } = tableOf(tables, table)
      return statements
        .all(`SELECT record, checksum FROM ${quote(name)} ORDER BY id`)
        .map(decodeRecord)
    },
    async list(name, indexName, range) {
      const table = tableOf(tables, name)
      const index = indexOf(table, indexName)
      const { limit = Infinity } = range
      return statements
        .all(
          rangeTextsOf(table, index, range).list,
          ...valuesOfRange(range).map(toColumn),
          limit === Infinity ? -1 : limit,
          offsetOf(range),
        )
        .map(decodeRecord)
    },
    async count(name, index, equals, bounds) {
      const table = tableOf(tables, name)
      const range = { equals, ...bounds }
      const { count } = rangeTextsOf(table, indexOf(table, index), range)
      return Number(statements.first(count, ...valuesOfRange(range).map(toColumn))?.count)
    },
    async *rows(name) {
      const { rows } = tableOf(tables, name)
      if (rows === undefined) throw new Error(`Table ${name} has no projection`)
      yield rowCache.rowsOf(name)
    },
  }
}

/** Reads from and writes to a database. */
export function writerOn(access: Access): Writer<AnyTypes> {
  const { tables, statements, rowCache } = access

  function put(table: Table, record: AnyRecord): void {
    const row = putRecord(access, table, record)
    if (row) rowCache.put(table.name, row)
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

/** Writes a record with its indexed values and its row. Returns the row, if the table has a projection. */
export function putRecord(
  { schema, statements }: Pick<Access, 'schema' | 'statements'>,
  table: Table,
  record: AnyRecord,
): AnyRow | undefined {
  const { compare, put, putRow } = recordTextsOf(table)
  const id = toColumn(record.id)
  const { text, checksum } = encodeRecord(record)
  const values = indexedValues(schema, table, record).map(toColumn)
  const differences = compare === undefined ? undefined : statements.first(compare, ...values, id)
  if (differences) {
    // SQLite writes each index that has a column of the statement, also if its value stays.
    const isChanged = (_: unknown, position: number) =>
      differences[table.fields[position] ?? ''] === 1
    const update = updateTextOf(table, table.fields.filter(isChanged))
    statements.run(update, text, checksum, ...values.filter(isChanged), id)
  } else statements.run(put, id, text, checksum, ...values)
  const row = schema.projections[table.name]?.(record)
  if (putRow === undefined || !row) return undefined
  const encoded = encodeRecord(row)
  statements.run(putRow, id, encoded.text, encoded.checksum)
  return row
}
