import type { AnyRecord, AnyTypes, Writer } from '../port.ts'
import { type ColumnTypes, definitionsOf, quote, type Table } from '../sql/tables.ts'
import { type Access, putRecords, writerOn } from './access.ts'
import type { Layout } from './layouts.ts'
import { schemaOf, versionIn } from './schemas.ts'
import { keepNumbers } from './sequences.ts'
import type { Statements } from './statements.ts'

/** All hosts of a database take this lock before they create or convert tables. */
const lock = 0x6544736b

/** How many records are converted at once. */
const batchSize = 1_000

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
  access: Access,
  statements: Statements,
  fill: (db: Writer<AnyTypes>) => Promise<void>,
): Promise<void> {
  const { schema, tables, layout } = access
  const version = await versionBefore(access, statements)
  if (version === schema.version) return
  if (version !== undefined && version < schema.oldestVersion) {
    throw new Error('The database is from a version that this one can no longer read.')
  }
  await createTables(access, statements)
  if (version === undefined) {
    await fill(writerOn(access, statements))
    return
  }
  const source = schemaOf(layout, version)
  const earlier = await tableNames(statements, source)
  for (const table of tables.values()) {
    if (earlier.has(table.name)) await convert(access, statements, source, table)
  }
  await keepNumbers(access, statements, source)
  await statements.exec(`DROP SCHEMA ${source} CASCADE`)
}

/**
 * Returns the version of the tables in a database; undefined if it has none. Until the transaction ends, other hosts wait here.
 *
 * @throws Error if it is newer.
 */
export async function versionBefore(
  { schema, layout }: Access,
  statements: Statements,
): Promise<number | undefined> {
  await statements.exec(`SELECT pg_advisory_xact_lock(${lock})`)
  const rows = await statements.exec('SELECT nspname FROM pg_namespace')
  const versions = rows.flatMap(({ nspname }) => versionIn(layout, String(nspname)) ?? [])
  if (versions.length === 0) return undefined
  const version = Math.max(...versions)
  if (version <= schema.version) return version
  throw new Error('The database is from a newer version. Start this version of the host.')
}

/** Creates the tables of this version, in a schema of their own. */
export async function createTables(
  { schema, tables, layout }: Access,
  statements: Statements,
): Promise<void> {
  const definitions = [...tables.values()].flatMap((table) => [
    ...definitionsOf(table, columnTypesOf(layout)).values(),
  ])
  const name = schemaOf(layout, schema.version)
  await statements.exec([`CREATE SCHEMA ${name}`, ...definitions].join('; '))
}

function columnTypesOf({ columns, definitions }: Layout): ColumnTypes {
  const key = `PRIMARY KEY (${[...columns, 'id'].join(', ')})`
  return {
    fixed: [...definitions, 'id bytea NOT NULL', 'record json NOT NULL', key],
    field: 'bytea',
    indexPrefix: columns,
  }
}

async function tableNames(statements: Statements, schema: string): Promise<Set<string>> {
  const sql = 'SELECT tablename FROM pg_tables WHERE schemaname = $1'
  const rows = await statements.run(sql, schema)
  return new Set(rows.map(({ tablename }) => String(tablename)))
}

/** @param source the schema of PostgreSQL with the records. */
async function convert(
  access: Access,
  statements: Statements,
  source: string,
  table: Table,
): Promise<void> {
  await statements.exec(
    `DECLARE earlier NO SCROLL CURSOR FOR SELECT record FROM ${source}.${quote(table.name)}`,
  )
  for (;;) {
    const rows = await statements.exec(`FETCH ${batchSize} FROM earlier`)
    if (rows.length === 0) break
    const records = rows.map(({ record }) => record as AnyRecord)
    await putRecords(access, statements, table, records)
  }
  await statements.exec('CLOSE earlier')
}
