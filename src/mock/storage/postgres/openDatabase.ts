import { Pool } from 'pg'

import type { AnyTypes, Schema, SchemaTypes, Storage, Writer } from '../port.ts'
import { tablesOf } from '../sql/tables.ts'
import { type Access, readerOn, writerOn } from './access.ts'
import { assertRecent, connectionOptions, inWords } from './connections.ts'
import { prepareDatabase } from './migrate.ts'
import { createSequences } from './sequences.ts'
import { statementsOn } from './statements.ts'
import { createTransactions, type TransactionOptions } from './transactions.ts'

/** How many connections a host opens at most. */
const maxConnections = 20

/** How long a connection that is not used stays open. */
const idleTimeoutMs = 30_000

/** A database that does not answer for so long is not there. */
const statementTimeoutMs = 15_000

export interface DatabaseOptions<Types extends SchemaTypes> extends TransactionOptions {
  /** Writes the initial data of a new database. */
  fill: (db: Writer<Types>) => Promise<void>
}

/** A storage in PostgreSQL. */
export interface PostgresStorage<Types extends SchemaTypes> extends Storage<Types> {
  /** Closes the connections. */
  close(): Promise<void>
}

/**
 * Opens a storage in a database of PostgreSQL, which any number of hosts may share. Gives a new database its tables, and those of
 * an earlier version the current ones.
 *
 * @param url the address, such as `postgres://user:password@localhost:5432/edesk`. No error contains its password.
 * @throws Error that says what to do, if the database cannot be used.
 */
export async function openPostgres<Types extends SchemaTypes>(
  schema: Schema<Types>,
  url: string,
  options: DatabaseOptions<Types>,
): Promise<PostgresStorage<Types>>
export async function openPostgres(
  schema: Schema<AnyTypes>,
  url: string,
  { fill, ...options }: DatabaseOptions<AnyTypes>,
): Promise<PostgresStorage<AnyTypes>> {
  const access: Access = {
    schema,
    tables: tablesOf(schema),
    sequences: createSequences(schema, url),
  }
  try {
    await prepare(access, url, fill)
  } catch (error) {
    throw inWords(url, error)
  }
  const pool = new Pool({
    ...connectionOptions(schema, url),
    max: maxConnections,
    idleTimeoutMillis: idleTimeoutMs,
    query_timeout: statementTimeoutMs,
  })
  ignoreLostConnections(pool)
  const transactions = createTransactions(pool, options)
  return {
    read: (work) => transactions.read((statements) => work(readerOn(access, statements))),
    write: (work, subject) =>
      transactions.write((statements) => work(writerOn(access, statements)), subject),
    close: () => pool.end(),
  }
}

/** A lost connection is no reason to end the process: its statements fail, and the pool replaces it. */
function ignoreLostConnections(pool: Pool): void {
  const ignore = () => undefined
  pool.on('error', ignore)
  pool.on('connect', (client) => client.on('error', ignore))
}

/** Creates or converts the tables, on a connection of its own, because this may take long. */
async function prepare(
  access: Access,
  url: string,
  fill: (db: Writer<AnyTypes>) => Promise<void>,
): Promise<void> {
  const pool = new Pool({ ...connectionOptions(access.schema, url), max: 1 })
  ignoreLostConnections(pool)
  try {
    const client = await pool.connect()
    try {
      const statements = statementsOn(client)
      await assertRecent(statements)
      await statements.exec('BEGIN')
      await prepareDatabase(access.schema, access.tables, statements, fill)
      await statements.exec('COMMIT')
    } finally {
      // This ends a transaction that has failed.
      client.release(true)
    }
  } finally {
    await pool.end()
  }
}
