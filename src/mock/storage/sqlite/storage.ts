import { DatabaseSync } from 'node:sqlite'

import type { AnyTypes, Schema, SchemaTypes, Storage, Writer } from '../port.ts'
import { type Access, readerOn, writerOn } from './access.ts'
import { createTables, migrateTables } from './migrate.ts'
import { createRowCache } from './rowCache.ts'
import { createRowReading } from './rowReading.ts'
import { createStatements } from './statements.ts'
import { tablesOf } from '../sql/tables.ts'
import { createTransactions } from './transactions.ts'

/** Marks the databases of this program: “eDsk” in ASCII. */
export const applicationId = 0x6544736b

/** A storage in SQLite. */
export interface SqliteStorage<Types extends SchemaTypes> extends Storage<Types> {
  /** Releases the database. A transaction that is still running fails, and stores nothing. */
  close(): void
}

/** Creates a storage in the memory of SQLite. Its data are lost with the process. */
export async function createSqliteMemory<Types extends SchemaTypes>(
  schema: Schema<Types>,
  fill: (db: Writer<Types>) => Promise<void> = async () => undefined,
): Promise<SqliteStorage<Types>> {
  return storageOn(schema, new DatabaseSync(':memory:'), fill)
}

/**
 * Creates a storage on a database that no other process writes. Gives a new database its tables, and those of an earlier version
 * the current ones.
 *
 * @param fill writes the initial data of a new database, in the transaction that creates it.
 */
export function storageOn<Types extends SchemaTypes>(
  schema: Schema<Types>,
  database: DatabaseSync,
  fill: (db: Writer<Types>) => Promise<void>,
): Promise<SqliteStorage<Types>>
export async function storageOn(
  schema: Schema<AnyTypes>,
  database: DatabaseSync,
  fill: (db: Writer<AnyTypes>) => Promise<void>,
): Promise<SqliteStorage<AnyTypes>> {
  const statements = createStatements(database)
  const rowCache = createRowCache()
  const transact = createTransactions(database, statements, rowCache)
  const access: Access = { schema, tables: tablesOf(schema), statements, rowCache }

  const version = versionOf(database)
  if (version !== schema.version) {
    await transact(true, async () => {
      if (version === 0) {
        createTables(statements, access.tables)
        await fill(writerOn(access))
      } else migrateTables(schema, statements, access.tables)
      database.exec(`PRAGMA application_id = ${applicationId}`)
      database.exec(`PRAGMA user_version = ${schema.version}`)
    })
  }

  const { readAll, withRows } = createRowReading(access, transact)
  // A transaction that needs the rows reads them again, and reports the failure.
  readAll().catch(() => undefined)
  return {
    read: (work) => withRows(() => transact(false, () => work(readerOn(access)))),
    write: (work) => withRows(() => transact(true, () => work(writerOn(access)))),
    close: () => database.close(),
  }
}

/** Returns the version of the schema in a database; 0 if it is new. */
export function versionOf(database: DatabaseSync): number {
  return Number(database.prepare('PRAGMA user_version').get()?.user_version)
}
