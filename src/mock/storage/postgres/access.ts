import type { AnyRecord, AnyRow, AnyTypes, Key, Reader, Schema, Writer } from '../port.ts'
import { conditionOf, offsetOf, orderOf, valuesOfRange } from '../sql/ranges.ts'
import { indexedValues, indexOf, quote, type Table, tableOf } from '../sql/tables.ts'
import { toBytes } from './keys.ts'
import type { Layout } from './layouts.ts'
import type { Sequences } from './sequences.ts'
import type { Row, Statements } from './statements.ts'

/** What the transactions of a database share. */
export interface Access {
  schema: Schema<AnyTypes>
  tables: ReadonlyMap<string, Table>
  layout: Layout
  /** Undefined while the tables are created, and for a storage whose transactions run one after the other. */
  sequences?: Sequences
}

/** How many records one statement writes. */
const batchSize = 1_000

/** How many rows one statement reads. Other requests are handled between two such statements. */
const rowsPerFetch = 250

/** Reads from a database, as a part of a transaction. */
export function readerOn({ tables, layout }: Access, statements: Statements): Reader<AnyTypes> {
  let cursors = 0
  return {
    async get(table, id) {
      const { name } = tableOf(tables, table)
      const sql = `SELECT record FROM ${quote(name)} WHERE id = $1 AND ${layout.condition}`
      return (await statements.run(sql, toBytes(id))).map(recordOf)[0]
    },
    async all(table) {
      const { name } = tableOf(tables, table)
      const sql = `SELECT record FROM ${quote(name)} WHERE ${layout.condition} ORDER BY id`
      return (await statements.run(sql)).map(recordOf)
    },
    async list(name, indexName, range) {
      const table = tableOf(tables, name)
      const index = indexOf(table, indexName)
      const { limit = Infinity } = range
      const sql = conditionOf(index, range, parameter)
      const values = valuesOfRange(range)
      const [limited, skipped] = [values.length + 1, values.length + 2].map(parameter)
      const rows = await statements.run(
        `SELECT record FROM ${quote(name)} WHERE ${sql} AND ${layout.condition} ORDER BY ${orderOf(index, range)} ` +
          `LIMIT ${limited} OFFSET ${skipped}`,
        ...values.map(toBytes),
        limit === Infinity ? null : limit,
        offsetOf(range),
      )
      return rows.map(recordOf)
    },
    async count(name, index, equals, bounds) {
      const range = { equals, ...bounds }
      const sql = conditionOf(indexOf(tableOf(tables, name), index), range, parameter)
      const [row] = await statements.run(
        `SELECT count(*) AS count FROM ${quote(name)} WHERE ${sql} AND ${layout.condition}`,
        ...valuesOfRange(range).map(toBytes),
      )
      return Number(row?.count)
    },
    async *rows(name) {
      const { rows } = tableOf(tables, name)
      if (rows === undefined) throw new Error(`Table ${name} has no projection`)
      const cursor = `rows${++cursors}`
      await statements.exec(
        `DECLARE ${cursor} NO SCROLL CURSOR FOR SELECT record FROM ${quote(rows)} WHERE ${layout.condition}`,
      )
      for (;;) {
        const batch = await statements.exec(`FETCH ${rowsPerFetch} FROM ${cursor}`)
        if (batch.length > 0) yield batch.map(recordOf)
        if (batch.length < rowsPerFetch) break
      }
      await statements.exec(`CLOSE ${cursor}`)
    },
  }
}

/** Reads from and writes to a database, as a part of a transaction. */
export function writerOn(access: Access, statements: Statements): Writer<AnyTypes> {
  const { tables, layout, sequences } = access
  const reader = readerOn(access, statements)
  return {
    ...reader,
    put: (name, record) => putRecords(access, statements, tableOf(tables, name), [record]),
    putAll: (name, records) => putRecords(access, statements, tableOf(tables, name), records),
    async delete(table, id) {
      for (const name of placesOf(tableOf(tables, table))) {
        const sql = `DELETE FROM ${quote(name)} WHERE id = $1 AND ${layout.condition}`
        await statements.run(sql, toBytes(id))
      }
    },
    async clear(table) {
      for (const name of placesOf(tableOf(tables, table))) {
        await statements.run(`DELETE FROM ${quote(name)} WHERE ${layout.condition}`)
      }
    },
    ...(sequences && {
      takeNumbers: (table, id, count) => sequences.take(reader, statements, { table, id }, count),
    }),
  }
}

/** Writes records with their indexed values and their rows. */
export async function putRecords(
  { schema, layout }: Pick<Access, 'schema' | 'layout'>,
  statements: Statements,
  table: Table,
  records: readonly AnyRecord[],
): Promise<void> {
  const { name, fields, rows } = table
  const toRow = schema.projections[name]
  for (const batch of batchesOf(records)) {
    const values = batch.map((record) => indexedValues(schema, table, record))
    await putBatch(statements, layout, { name, fields }, batch, values)
    if (rows === undefined || !toRow) continue
    await putBatch(statements, layout, { name: rows, fields: [] }, batch.map(toRow), [])
  }
}

/** @param values the values of the fields, for each record. */
async function putBatch(
  statements: Statements,
  layout: Layout,
  { name, fields }: Pick<Table, 'name' | 'fields'>,
  records: readonly AnyRow[],
  values: readonly unknown[][],
): Promise<void> {
  const columns = ['record', ...fields].map(quote)
  const types = ['bytea', 'json', ...fields.map(() => 'bytea')]
  const changes = columns.map((column) => `${column} = excluded.${column}`)
  const arrays = types.map((type, at) => `${parameter(at + 1)}::${type}[]`)
  await statements.run(
    `INSERT INTO ${quote(name)} (id, ${columns.join(', ')}) SELECT * FROM unnest(${arrays.join(', ')}) ` +
      `ON CONFLICT (${[...layout.columns, 'id'].join(', ')}) DO UPDATE SET ${changes.join(', ')}`,
    records.map(({ id }) => toBytes(id)),
    records.map((record) => JSON.stringify(record)),
    ...fields.map((_, at) => values.map((ofRecord) => toBytes(ofRecord[at]))),
  )
}

/** Yields batches of records. If several have the same id, the last one counts: a statement writes a row only once. */
function* batchesOf(records: readonly AnyRecord[]): Generator<AnyRecord[]> {
  const unique = [...new Map<Key, AnyRecord>(records.map((record) => [record.id, record])).values()]
  for (let start = 0; start < unique.length; start += batchSize) {
    yield unique.slice(start, start + batchSize)
  }
}

/** Returns the tables that have something of a record. */
export function placesOf({ name, rows }: Table): string[] {
  return rows === undefined ? [name] : [name, rows]
}

function parameter(position: number): string {
  return `$${position}`
}

/** PostgreSQL's client has parsed the JSON. */
function recordOf({ record }: Row): AnyRecord {
  return record as AnyRecord
}
