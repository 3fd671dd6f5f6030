import { type IDBPDatabase, type IDBPTransaction, openDB, unwrap } from 'idb'

import { createProjectionShards, type ProjectionShards } from './projectionShards.ts'
import {
  type ProjectedTable,
  indexes,
  type Key,
  type Reader,
  type Row,
  projections,
  type Storage,
  StorageError,
  type StorageErrorKind,
  type IndexRange,
  type TableName,
  type Writer,
} from './storage.ts'
import { createSuspension, type Suspension } from './suspension.ts'

/** Increase it by one when tables or indexes change. */
const schemaVersion = 6
/** The maximum that `IDBCursor.advance` accepts (an `unsigned long`); the offset of a page may be larger. */
const maxAdvance = 2 ** 32 - 1
/** How long opening the database may wait for other tabs. An upgrade in this tab does not count. */
const openTimeoutMs = 4_000
/**
 * How long a transaction may wait for others before it starts. A page's requests time out after half this time
 * (src/api/connection.ts). This timeout is for transactions without a request; it must not mistake a busy device for a broken
 * one.
 */
const startTimeoutMs = 20_000

type Database = IDBPDatabase
type Transaction = IDBPTransaction<unknown, string[], 'readonly' | 'readwrite'>

const tables = Object.keys(indexes) as TableName[]
const coveredTables = Object.keys(projections) as ProjectedTable[]
const stores = [...tables, ...coveredTables.map(rowStoreOf)]

/**
 * Storage in IndexedDB. All tabs of the browser share it, and it lasts until the site's data are cleared.
 *
 * @param fill writes the initial data of a new database, in the transaction that creates it: two tabs that start at the same time
 *   share one set of data.
 * @param suspension aborts the running transactions when the user leaves the page. They run again when the page is shown again.
 */
export function createIndexedDbStorage(
  name: string,
  fill: (db: Writer) => Promise<void> = async () => undefined,
  suspension: Suspension = createSuspension(),
): Storage {
  let opened: Promise<Database> | undefined

  function open(): Promise<Database> {
    const onClosed = () => (opened = undefined)
    opened ??= openDatabase(name, { fill, suspension, onClosed }).catch((error: unknown) => {
      opened = undefined
      throw error
    })
    return opened
  }

  /** Starts a transaction. If the browser has closed the connection, it is opened again, once. */
  async function begin(mode: 'readonly' | 'readwrite'): Promise<Transaction> {
    try {
      return startTransaction(await open(), mode)
    } catch (error) {
      if (!(error instanceof DOMException && error.name === 'InvalidStateError')) throw error
      opened = undefined
      return startTransaction(await open(), mode)
    }
  }

  async function run<Result>(
    mode: 'readonly' | 'readwrite',
    work: (writer: Writer) => Promise<Result>,
  ): Promise<Result> {
    await suspension.whenShown()
    const leaveCount = suspension.leaveCount()
    let transaction: Transaction | undefined
    try {
      transaction = await begin(mode)
      return await runToCompletion(transaction, work, suspension)
    } catch (error) {
      const wasSuspended = transaction
        ? suspension.hasAborted(transaction)
        : suspension.leaveCount() > leaveCount
      if (wasSuspended) return run(mode, work)
      throw asStorageError(error)
    }
  }

  // The first transaction reports a failure to open.
  open().catch(() => undefined)
  return {
    read: (work) => run('readonly', work),
    change: (work) => run('readwrite', work),
  }
}

interface OpenOptions {
  fill: (db: Writer) => Promise<void>
  suspension: Suspension
  onClosed: () => void
}

async function openDatabase(name: string, options: OpenOptions): Promise<Database> {
  // Some browsers lack it where sites must not store data.
  const { indexedDB } = globalThis as { indexedDB?: IDBFactory }
  if (!indexedDB) throw new StorageError('unavailable')
  const timeout = Promise.withResolvers<never>()
  const timer = setTimeout(() => timeout.reject(new StorageError('unavailable')), openTimeoutMs)
  try {
    const opening = openWithSchema(name, { ...options, onUpgrade: () => clearTimeout(timer) })
    return await Promise.race([opening, timeout.promise])
  } finally {
    clearTimeout(timer)
  }
}

function openWithSchema(
  name: string,
  { fill, suspension, onClosed, onUpgrade }: OpenOptions & { onUpgrade: () => void },
): Promise<Database> {
  return openDB(name, schemaVersion, {
    upgrade(database, _oldVersion, _newVersion, transaction) {
      onUpgrade()
      // Demo data of an earlier version are not worth migrating: start with new data.
      for (const table of [...database.objectStoreNames]) database.deleteObjectStore(table)
      for (const table of tables) {
        const store = database.createObjectStore(table, { keyPath: 'id' })
        for (const [index, { fields, unique }] of Object.entries(indexes[table])) {
          store.createIndex(index, [...fields], { unique })
        }
      }
      for (const table of coveredTables) database.createObjectStore(rowStoreOf(table))
      // `openDB` rejects too if this transaction fails, and reports the error.
      transaction.done.catch(() => undefined).finally(suspension.watch(transaction))
      // Do not keep a half-filled database: the next attempt to open it fills it again.
      const fillTransaction = transaction as unknown as Transaction
      fill(writerOn(fillTransaction)).catch(() => abort(fillTransaction))
    },
    blocking(_current, _blocked, event) {
      // A tab with a newer version, or the browser clearing the site's data, waits for this connection to close.
      ;(event.target as IDBDatabase).close()
      onClosed()
    },
    terminated: onClosed,
  })
}

function startTransaction(database: Database, mode: 'readonly' | 'readwrite'): Transaction {
  return database.transaction(stores, mode, { durability: 'strict' })
}

/** Runs `work` and waits until its changes are stored. If `work` throws, the transaction is aborted. */
async function runToCompletion<Result>(
  transaction: Transaction,
  work: (writer: Writer) => Promise<Result>,
  suspension: Suspension,
): Promise<Result> {
  const unwatch = suspension.watch(transaction)
  // Attach the handler before `work` runs: the transaction may fail meanwhile.
  const completion = transaction.done.then(
    () => undefined,
    (error: unknown) => ({ error: transaction.error ?? error }),
  )
  try {
    await waitForStart(transaction)
    const result = await work(writerOn(transaction))
    const failure = await completion
    if (failure) throw failure.error
    return result
  } catch (error) {
    abort(transaction)
    await completion
    throw error
  } finally {
    unwatch()
  }
}

/** Waits until the transaction has started: write transactions of other tabs may be ahead of it. */
async function waitForStart(transaction: Transaction): Promise<void> {
  const timeout = Promise.withResolvers<never>()
  const timer = setTimeout(() => timeout.reject(new StorageError('unavailable')), startTimeoutMs)
  try {
    await Promise.race([transaction.objectStore('worlds').getKey(''), timeout.promise])
  } finally {
    clearTimeout(timer)
  }
}

function abort(transaction: Transaction): void {
  try {
    transaction.abort()
  } catch (error) {
    // The transaction has already failed by itself.
    if (!(error instanceof DOMException && error.name === 'InvalidStateError')) throw error
  }
}

/** Returns the name of the object store for a table's rows. */
function rowStoreOf(table: ProjectedTable): string {
  return `${table} rows`
}

function writerOn(transaction: Transaction): Writer {
  const bundlesOf = new Map<TableName, ProjectionShards>(
    coveredTables.map((table) => [table, bundlesIn(transaction, table)]),
  )
  const reader: Reader = {
    get: (table, id) => transaction.objectStore(table).get(id),
    all: (table) => transaction.objectStore(table).getAll(),
    async list(table, index, stretch: IndexRange) {
      const { direction, offset = 0, limit = Infinity } = stretch
      const found = []
      let cursor = await transaction
        .objectStore(table)
        .index(index)
        .openCursor(rangeOf(stretch), direction === 'descending' ? 'prev' : 'next')
      if (cursor && offset > 0) cursor = await cursor.advance(Math.min(offset, maxAdvance))
      while (cursor && found.length < limit) {
        found.push(cursor.value)
        cursor = found.length < limit ? await cursor.continue() : null
      }
      return found
    },
    count: (table, index, equals) =>
      transaction.objectStore(table).index(index).count(prefixRange(equals)),
    async *rows<Name extends ProjectedTable>(table: Name) {
      yield* bundlesIn(transaction, table).all() as AsyncGenerator<Row<Name>[]>
    },
  }
  return {
    ...reader,
    async put(table, record) {
      await transaction.objectStore(table).put?.(record)
      await bundlesOf.get(table)?.keep([record])
    },
    async putAll(table, records) {
      const last = records.at(-1)
      if (!last) return
      const store = transaction.objectStore(table)
      // Await only the last put. If an earlier one fails, the transaction fails, and the caller awaits the transaction.
      const rawStore = unwrap(store)
      for (const record of records.slice(0, -1)) rawStore.put(record)
      await store.put?.(last)
      await bundlesOf.get(table)?.keep(records)
    },
    async delete(table, id) {
      await transaction.objectStore(table).delete?.(id)
      await bundlesOf.get(table)?.keep([], [id])
    },
    async clear(table) {
      await transaction.objectStore(table).clear?.()
      await bundlesOf.get(table)?.clear()
    },
  }
}

function rangeOf({ equals, from, to }: IndexRange): IDBKeyRange {
  const lower = from === undefined ? equals : [...equals, from]
  const upper = to === undefined ? equals : [...equals, to]
  return IDBKeyRange.bound([...lower], [...upper, []])
}

function bundlesIn(transaction: Transaction, table: ProjectedTable): ProjectionShards {
  const store = transaction.objectStore(rowStoreOf(table))
  return createProjectionShards(table, {
    get: (number) => store.get(number),
    getAll: (from, to) => store.getAll(IDBKeyRange.bound(from, to)),
    put: async (rows, number) => store.put?.(rows, number),
    clear: async () => store.clear?.(),
  })
}

/** Returns the range of index keys that start with these values: an array sorts after every string and number. */
function prefixRange(equals: readonly Key[]): IDBKeyRange {
  return IDBKeyRange.bound([...equals], [...equals, []])
}

function asStorageError(error: unknown): unknown {
  if (!(error instanceof DOMException)) return error
  const kinds: Record<string, StorageErrorKind> = {
    QuotaExceededError: 'full',
    VersionError: 'newer',
    ConstraintError: 'unavailable',
  }
  return error.name === 'ConstraintError'
    ? error
    : new StorageError(kinds[error.name] ?? 'unavailable', error)
}
