import {
  type AnyTypes,
  type RemovableStorage,
  type Schema,
  type SchemaTypes,
  type Storage,
  StorageError,
  type Storages,
  type Writer,
} from '../port.ts'
import { conditionOf } from '../sql/ranges.ts'
import { indexOf, quote, tableOf, tablesOf } from '../sql/tables.ts'
import { type Access, readerOn, writerOn } from './access.ts'
import { assertRecent, connectionOptions, inWords } from './connections.ts'
import { toBytes } from './keys.ts'
import { setHost, setWorld, worldTables } from './layouts.ts'
import { inLongTransaction, maxConnections, openPool } from './pools.ts'
import { createQueue } from './queues.ts'
import { schemaOf } from './schemas.ts'
import { createTransactions, type Modes, type TransactionOptions } from './transactions.ts'
import {
  addHost,
  keepHost,
  prepareWorlds,
  removeEndedHosts,
  removeHost,
  removeWorld,
} from './worldHosts.ts'

/** Only one host changes a world, and does so in one transaction after the other. So they need not be serializable. */
const modes: Modes = {
  read: 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY',
  write: 'BEGIN ISOLATION LEVEL REPEATABLE READ',
}

/** The storages of the worlds of one host, in PostgreSQL. */
export interface PostgresWorlds<Types extends SchemaTypes> extends Storages<Types> {
  /** @throws StorageError if the database does not answer. */
  check(): Promise<void>
  /**
   * Notes that the host runs, and removes what is left of hosts that have ended, and of worlds that could not be removed. Call it
   * several times an hour: other hosts remove the worlds of one that does not.
   */
  cleanUp(): Promise<void>
  /** Removes all worlds of the host, and closes the connections. */
  close(): Promise<void>
}

/**
 * Opens the worlds of a host in a database of PostgreSQL, which any number of hosts may share.
 *
 * @param url see `openPostgres`.
 * @throws Error that says what to do, if the database cannot be used.
 */
export async function openPostgresWorlds<Types extends SchemaTypes>(
  schema: Schema<Types>,
  url: string,
  options: Pick<TransactionOptions, 'random'>,
): Promise<PostgresWorlds<Types>>
export async function openPostgresWorlds(
  schema: Schema<AnyTypes>,
  url: string,
  { random }: Pick<TransactionOptions, 'random'>,
): Promise<PostgresWorlds<AnyTypes>> {
  const access: Access = { schema, tables: tablesOf(schema), layout: worldTables }
  const place = schemaOf(worldTables, schema.version)
  const host = await inLongTransaction(connectionOptions(place, url), async (statements) => {
    await assertRecent(statements)
    await prepareWorlds(access, statements)
    return addHost(statements)
  }).catch((error: unknown) => {
    throw inWords(url, error)
  })
  const connections = connectionOptions(place, url, [setHost(host)])
  const pool = openPool(connections)
  const ofHost = createTransactions(pool, { random, modes })
  /** No transaction waits for a connection, which may fail. */
  const whenConnected = createQueue(maxConnections)
  const storages = new Map<number, Storage<AnyTypes>>()
  /** The worlds whose data have to be deleted. */
  const removed = new Set<number>()
  let last = 0

  function create(fill?: (db: Writer<AnyTypes>) => Promise<void>): RemovableStorage<AnyTypes> {
    last += 1
    const number = last
    const transactions = createTransactions(pool, { random, modes: modesOf(number) })
    const whenFree = createQueue(1)
    let pendingFill = fill

    function run<Result>(transaction: () => Promise<Result>): Promise<Result> {
      return whenFree(() =>
        whenConnected(async () => {
          if (!storages.has(number)) throw new StorageError('unavailable')
          const initialize = pendingFill
          if (initialize) {
            await transactions.write((statements) => initialize(writerOn(access, statements)))
          }
          pendingFill = undefined
          return transaction()
        }),
      )
    }

    async function remove(): Promise<void> {
      if (!storages.delete(number)) return
      removed.add(number)
      await whenFree(() => deleteData(number))
    }

    const storage: RemovableStorage<AnyTypes> = {
      read: (work) =>
        run(() => transactions.read((statements) => work(readerOn(access, statements)))),
      write: (work) =>
        run(() => transactions.write((statements) => work(writerOn(access, statements)))),
      remove,
    }
    storages.set(number, storage)
    return storage
  }

  async function deleteData(number: number): Promise<void> {
    const transactions = createTransactions(pool, { random, modes: modesOf(number) })
    await whenConnected(() => transactions.write((statements) => removeWorld(access, statements)))
    removed.delete(number)
  }

  return {
    create,
    async having(tableName, indexName, values) {
      const table = tableOf(access.tables, tableName)
      const index = indexOf(table, indexName)
      const condition = conditionOf(index, { equals: values }, (at) => `$${at}`)
      const sql =
        `SELECT DISTINCT world FROM ${quote(table.name)} WHERE host = ${host} ` +
        `AND world = ANY($${values.length + 1}::integer[]) AND ${condition}`
      const numbers = [...storages.keys()].map(String)
      const rows = await ofHost.read((statements) =>
        statements.run(sql, ...values.map(toBytes), numbers),
      )
      return new Set(rows.flatMap(({ world }) => storages.get(Number(world)) ?? []))
    },
    check: () => ofHost.read(async () => undefined),
    async cleanUp() {
      await inLongTransaction(connections, async (statements) => {
        await keepHost(statements, host)
        await removeEndedHosts(access, statements)
      })
      for (const number of removed) await deleteData(number)
    },
    async close() {
      try {
        await inLongTransaction(connections, (statements) => removeHost(access, statements, host))
      } finally {
        await pool.end()
      }
    },
  }
}

function modesOf(world: number): Modes {
  const { read, write } = modes
  return { read: `${read}; ${setWorld(world)}`, write: `${write}; ${setWorld(world)}` }
}
