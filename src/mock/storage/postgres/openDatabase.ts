import type { AnyTypes, Schema, SchemaTypes, Storage, Writer } from '../port.ts'
import { tablesOf } from '../sql/tables.ts'
import { type Access, readerOn, writerOn } from './access.ts'
import { type ChangeChannel, openChangeChannel } from './changeChannel.ts'
import { assertRecent, connectionOptions, inWords } from './connections.ts'
import { ownTables } from './layouts.ts'
import { prepareDatabase } from './migrate.ts'
import { inLongTransaction, openPool } from './pools.ts'
import { schemaOf } from './schemas.ts'
import { createSequences } from './sequences.ts'
import { createTransactions, type TransactionOptions } from './transactions.ts'

export interface DatabaseOptions<Types extends SchemaTypes> extends Pick<
  TransactionOptions,
  'random' | 'onRetry'
> {
  /** Writes the initial data of a new database. */
  fill: (db: Writer<Types>) => Promise<void>
}

/** A storage in PostgreSQL. */
export interface PostgresStorage<Types extends SchemaTypes> extends Storage<Types> {
  /** Opens the channel between the hosts of the database; see `openChangeChannel`. Close it before the storage. */
  openChannel(onChange: () => void): ChangeChannel
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
  const place = schemaOf(ownTables, schema.version)
  const access: Access = { schema, tables: tablesOf(schema), layout: ownTables }
  const connections = connectionOptions(place, url)
  try {
    await inLongTransaction(connections, async (statements) => {
      await assertRecent(statements)
      await prepareDatabase(access, statements, fill)
    })
  } catch (error) {
    throw inWords(url, error)
  }
  const pool = openPool(connections)
  const transactions = createTransactions(pool, options)
  const counting: Access = { ...access, sequences: createSequences(place, url) }
  return {
    read: (work) => transactions.read((statements) => work(readerOn(access, statements))),
    write: (work, subject) =>
      transactions.write((statements) => work(writerOn(counting, statements)), subject),
    openChannel: (onChange) => openChangeChannel(connections, place, onChange),
    close: () => pool.end(),
  }
}
