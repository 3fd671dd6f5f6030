import { type IDBPDatabase, openDB } from 'idb'

import { copyDatabase } from './copyDatabase.ts'
import { readerOn, type Transaction, writerOn } from './indexedDbAccess.ts'
import {
  type AnyTypes,
  type Schema,
  type SchemaTypes,
  type Storage,
  StorageError,
  type StorageErrorKind,
  type Writer,
} from './port.ts'
import { createSuspension, type Suspension } from './suspension.ts'
import { computeAgain, updateStores } from './updateStores.ts'

/**
 * How long a transaction may wait for others before it starts. A page's requests time out after half this time
 * (src/api/send.ts). This timeout is for transactions without a request; it must not mistake a busy device for a broken
 * one.
 */
const startTimeoutMs = 20_000

export interface IndexedDbOptions {
  /** Aborts the running transactions when the user leaves the page. They run again when the page is shown again. */
  suspension?: Suspension
  /** Returns the name of an earlier version's database, if there is one. A new database starts with a copy of its data. */
  earlierName?: () => Promise<string | undefined>
  /** How long opening the database may wait for other tabs. An upgrade in this tab does not count. */
  openTimeoutMs?: number
}

/**
 * Storage in IndexedDB. All tabs of the browser share it, and it lasts until the site's data are cleared.
 *
 * @param fill writes the initial data of a new database, in the transaction that creates it: two tabs that start at the same time
 *   share one set of data.
 */
export function createIndexedDbStorage<Types extends SchemaTypes>(
  schema: Schema<Types>,
  name: string,
  fill?: (db: Writer<Types>) => Promise<void>,
  options?: IndexedDbOptions,
): Storage<Types>
export function createIndexedDbStorage(
  schema: Schema<AnyTypes>,
  name: string,
  fill: (db: Writer<AnyTypes>) => Promise<void> = async () => undefined,
  {
    suspension = createSuspension(),
    earlierName = async () => undefined,
    openTimeoutMs = 4_000,
  }: IndexedDbOptions = {},
): Storage<AnyTypes> {
  let opened: Promise<IDBPDatabase> | undefined

  function open(): Promise<IDBPDatabase> {
    const onClosed = () => (opened = undefined)
    const options = { schema, fill, suspension, earlierName, openTimeoutMs, onClosed }
    opened ??= openDatabase(name, options).catch((error: unknown) => {
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
    work: (transaction: Transaction) => Promise<Result>,
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
    read: (work) => run('readonly', (transaction) => work(readerOn(schema, transaction))),
    write: (work) => run('readwrite', (transaction) => work(writerOn(schema, transaction))),
  }
}

interface OpenOptions extends Required<IndexedDbOptions> {
  schema: Schema<AnyTypes>
  fill: (db: Writer<AnyTypes>) => Promise<void>
  onClosed: () => void
}

async function openDatabase(name: string, options: OpenOptions): Promise<IDBPDatabase> {
  // Some browsers lack it where sites must not store data.
  const { indexedDB } = globalThis as { indexedDB?: IDBFactory }
  if (!indexedDB) throw new StorageError('unavailable')
  const timeout = startTimeout(options.openTimeoutMs)
  try {
    const onUpgrade = timeout.stop
    const listDatabases = () => indexedDB.databases()
    const openOrCreate = async () => {
      const earlier = await options.earlierName()
      if (earlier !== undefined) await copyDatabase(earlier, name, listDatabases, onUpgrade)
      return openWithSchema(name, { ...options, onUpgrade })
    }
    return await Promise.race([openOrCreate(), timeout.promise])
  } finally {
    timeout.stop()
  }
}

function openWithSchema(
  name: string,
  { schema, fill, suspension, onClosed, onUpgrade }: OpenOptions & { onUpgrade: () => void },
): Promise<IDBPDatabase> {
  return openDB(name, schema.version, {
    upgrade(database, oldVersion, _newVersion, transaction) {
      onUpgrade()
      const isReadable = oldVersion >= schema.oldestVersion
      updateStores(schema, database, transaction, isReadable)
      // `openDB` rejects too if this transaction fails, and reports the error.
      transaction.done.catch(() => undefined).finally(suspension.watch(transaction))
      const upgradeTransaction = transaction as unknown as Transaction
      const writer = writerOn(schema, upgradeTransaction)
      const work = isReadable ? computeAgain(schema, writer) : fill(writer)
      // Do not keep a half-filled database: the next attempt to open it fills it again.
      work.catch(() => abort(upgradeTransaction))
    },
    blocking(_current, _blocked, event) {
      // A tab with a newer version, or the browser clearing the site's data, waits for this connection to close.
      ;(event.target as IDBDatabase).close()
      onClosed()
    },
    terminated: onClosed,
  })
}

function startTransaction(database: IDBPDatabase, mode: 'readonly' | 'readwrite'): Transaction {
  return database.transaction([...database.objectStoreNames], mode, { durability: 'strict' })
}

/** Runs `work` and waits until its changes are stored. If `work` throws, the transaction is aborted. */
async function runToCompletion<Result>(
  transaction: Transaction,
  work: (transaction: Transaction) => Promise<Result>,
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
    const result = await work(transaction)
    const failure = await completion
    if (failure) throw failure.error
    return result
  } catch (error) {
    abort(transaction)
    await completion
    // If a put that nobody awaits fails, the ones after it are aborted.
    throw transaction.error ?? error
  } finally {
    unwatch()
  }
}

/** Waits until the transaction has started: write transactions of other tabs may be ahead of it. */
async function waitForStart(transaction: Transaction): Promise<void> {
  const timeout = startTimeout(startTimeoutMs)
  try {
    const [anyStore = ''] = transaction.objectStoreNames
    await Promise.race([transaction.objectStore(anyStore).getKey(''), timeout.promise])
  } finally {
    timeout.stop()
  }
}

/**
 * Starts a time limit, whose promise rejects after it. It counts steps instead of one long time: a page that was busy meanwhile
 * first receives the events that were waiting for it.
 */
function startTimeout(milliseconds: number): { promise: Promise<never>; stop: () => void } {
  const { promise, reject } = Promise.withResolvers<never>()
  const steps = 20
  let passed = 0
  const timer = setInterval(() => {
    passed += 1
    if (passed < steps) return
    stop()
    reject(new StorageError('unavailable'))
  }, milliseconds / steps)
  const stop = () => clearInterval(timer)
  return { promise, stop }
}

function abort(transaction: Transaction): void {
  try {
    transaction.abort()
  } catch (error) {
    // The transaction has already failed by itself.
    if (!(error instanceof DOMException && error.name === 'InvalidStateError')) throw error
  }
}

/** Converts the errors of a database, but not a duplicate in a unique index: the caller must not cause one. */
function asStorageError(error: unknown): unknown {
  if (!(error instanceof DOMException) || error.name === 'ConstraintError') return error
  const kinds: Record<string, StorageErrorKind> = {
    QuotaExceededError: 'full',
    VersionError: 'newer',
  }
  return new StorageError(kinds[error.name] ?? 'unavailable', error)
}
