import type { AnyRecord, AnyTypes, Schema, Writer } from '../port.ts'
import { definitionsOf, quote, type Table } from '../sql/tables.ts'
import { putRecords, writerOn } from './access.ts'
import { schemaOf, versionIn } from './schemas.ts'
import { keepNumbers } from './sequences.ts'
import type { Statements } from './statements.ts'

/** All hosts of a database take this lock before they create or convert tables. */
const lock = 0x6544736b

/** How many records are converted at once. */
const batchSize = 1_000

const columnTypes = { fixed: ['id bytea PRIMARY KEY', 'record json NOT NULL'], field: 'bytea' }

/**
 * Creates the tables, or converts those of an earlier version, as a part of a transaction. Hosts that start at the same time do this
 * one after the other, so only the first one has something to do.
 *
 * The records of an earlier version stay; rows and computed values are computed again. A host of that version finds its tables no
 * longer, and reports that the database is newer.
 *
 * @throws Error that says what to do, if this version cannot use the tables.
 */
export async function prepareDatabase(
  schema: Schema<AnyTypes>,
  tables: ReadonlyMap<string, Table>,
  statements: Statements,
  fill: (db: Writer<AnyTypes>) => Promise<void>,
): Promise<void> {
  await statements.exec(`SELECT pg_advisory_xact_lock(${lock})`)
  const version = await versionOf(statements)
  if (version === schema.version) return
  if (version !== undefined && version > schema.version) {
    throw new Error('The database is from a newer version. Start this version of the host.')
  }
  if (version !== undefined && version < schema.oldestVersion) {
    throw new Error('The database is from a version that this one can no longer read.')
  }
  await createTables(statements, schema.version, tables)
  if (version === undefined) {
    await fill(writerOn({ schema, tables }, statements))
    return
  }
  const earlier = await tableNames(statements, version)
  for (const table of tables.values()) {
    if (earlier.has(table.name)) await convert(schema, statements, version, table)
  }
  await keepNumbers(schema, statements, version, tables)
  await statements.exec(`DROP SCHEMA ${schemaOf(version)} CASCADE`)
}

/** Returns the version of the tables in a database; undefined if it has none. */
async function versionOf(statements: Statements): Promise<number | undefined> {
  const rows = await statements.exec('SELECT nspname FROM pg_namespace')
  const versions = rows.flatMap(({ nspname }) => versionIn(String(nspname)) ?? [])
  return versions.length === 0 ? undefined : Math.max(...versions)
}

async function createTables(
  statements: Statements,
  version: number,
  tables: ReadonlyMap<string, Table>,
): Promise<void> {
  const definitions = [...tables.values()].flatMap((table) => [
    ...definitionsOf(table, columnTypes).values(),
  ])
  await statements.exec([`CREATE SCHEMA ${schemaOf(version)}`, ...definitions].join('; '))
}

async function tableNames(statements: Statements, version: number): Promise<Set<string>> {
  const sql = 'SELECT tablename FROM pg_tables WHERE schemaname = $1'
  const rows = await statements.run(sql, schemaOf(version))
  return new Set(rows.map(({ tablename }) => String(tablename)))
}

async function convert(
  schema: Schema<AnyTypes>,
  statements: Statements,
  version: number,
  table: Table,
): Promise<void> {
  const source = `${schemaOf(version)}.${quote(table.name)}`
  await statements.exec(`DECLARE earlier NO SCROLL CURSOR FOR SELECT record FROM ${source}`)
  for (;;) {
    const rows = await statements.exec(`FETCH ${batchSize} FROM earlier`)
    if (rows.length === 0) break
    const records = rows.map(({ record }) => record as AnyRecord)
    await putRecords({ schema }, statements, table, records)
  }
  await statements.exec('CLOSE earlier')
}
