import { type IDBPDatabase, type IDBPTransaction, openDB, unwrap } from 'idb'

import { createRowBundles, type RowBundles } from './rowBundles.ts'
import {
  type CoveredTable,
  indexes,
  type Key,
  type Reader,
  type Row,
  rowsOf,
  type Storage,
  StorageError,
  type StorageErrorKind,
  type Stretch,
  type TableName,
  type Writer,
} from './storage.ts'
import { createSuspension, type Suspension } from './suspension.ts'

/** Goes up by one whenever tables or indexes change. */
const schemaVersion = 6
/** A cursor takes no larger number (Indexed Database API: an `unsigned long`); a page of a list may lie further. */
const furthestAdvance = 2 ** 32 - 1
/** How long another tab may keep the database from being opened, in milliseconds. What this tab writes itself does not count. */
const openingPatience = 4_000
/**
 * How long other transactions may keep one from starting, in milliseconds. A page itself waits for an answer half as long
 * (src/api/connection.ts): this is for what waits without a request, and must not take a busy device for a broken one.
 */
const startPatience = 20_000

type Database = IDBPDatabase
type Transaction = IDBPTransaction<unknown, string[], 'readonly' | 'readwrite'>

const tables = Object.keys(indexes) as TableName[]
const coveredTables = Object.keys(rowsOf) as CoveredTable[]
const stores = [...tables, ...coveredTables.map(rowStoreOf)]

/**
 * Storage in this browser, shared by all its tabs, that lasts until the site's data are cleared.
 *
 * @param fill writes what a new database begins with, in the transaction that makes it: two tabs that start at once
 * find one set of data.
 * @param suspension aborts what runs when the page is left; what was aborted runs again when the page comes back.
 */
export function createIndexedDbStorage(
  name: string,
  fill: (db: Writer) => Promise<void> = async () => undefined,
  suspension: Suspension = createSuspension(),
): Storage {
  let opened: Promise<Database> | undefined

  function open(): Promise<Database> {
    const closed = () => (opened = undefined)
    opened ??= openDatabase(name, { fill, suspension, closed }).catch((error: unknown) => {
      opened = undefined
      throw error
    })
    return opened
  }

  /** A connection that the browser has closed under us is opened again, once. */
  async function begin(mode: 'readonly' | 'readwrite'): Promise<Transaction> {
    try {
      return transactionOf(await open(), mode)
    } catch (error) {
      if (!(error instanceof DOMException && error.name === 'InvalidStateError')) throw error
      opened = undefined
      return transactionOf(await open(), mode)
    }
  }

  async function run<Result>(
    mode: 'readonly' | 'readwrite',
    work: (writer: Writer) => Promise<Result>,
  ): Promise<Result> {
    await suspension.pageIsBack()
    const departures = suspension.departures()
    let transaction: Transaction | undefined
    try {
      transaction = await begin(mode)
      return await finished(transaction, work, suspension)
    } catch (error) {
      const left = transaction
        ? suspension.hasAborted(transaction)
        : suspension.departures() > departures
      if (left) return run(mode, work)
      throw asStorageError(error)
    }
  }

  // What goes wrong is told to the first who asks.
  open().catch(() => undefined)
  return {
    read: (work) => run('readonly', work),
    change: (work) => run('readwrite', work),
  }
}

interface Opening {
  fill: (db: Writer) => Promise<void>
  suspension: Suspension
  closed: () => void
}

async function openDatabase(name: string, how: Opening): Promise<Database> {
  // Some browsers leave it out where nothing may be kept.
  const { indexedDB } = globalThis as { indexedDB?: IDBFactory }
  if (!indexedDB) throw new StorageError('unavailable')
  const late = Promise.withResolvers<never>()
  const timer = setTimeout(() => late.reject(new StorageError('unavailable')), openingPatience)
  try {
    const opening = openWithSchema(name, { ...how, upgrading: () => clearTimeout(timer) })
    return await Promise.race([opening, late.promise])
  } finally {
    clearTimeout(timer)
  }
}

function openWithSchema(
  name: string,
  { fill, suspension, closed, upgrading }: Opening & { upgrading: () => void },
): Promise<Database> {
  return openDB(name, schemaVersion, {
    upgrade(database, _oldVersion, _newVersion, transaction) {
      upgrading()
      // Demo data of an earlier version are not worth carrying over: they begin anew.
      for (const table of [...database.objectStoreNames]) database.deleteObjectStore(table)
      for (const table of tables) {
        const store = database.createObjectStore(table, { keyPath: 'id' })
        for (const [index, { fields, unique }] of Object.entries(indexes[table])) {
          store.createIndex(index, [...fields], { unique })
        }
      }
      for (const table of coveredTables) database.createObjectStore(rowStoreOf(table))
      // That it failed is told by the opening, which fails with it.
      transaction.done.catch(() => undefined).finally(suspension.watch(transaction))
      // Half filled would be worse than not there: the next opening begins anew.
      const filling = transaction as unknown as Transaction
      fill(writerOn(filling)).catch(() => abort(filling))
    },
    blocking(_current, _blocked, event) {
      // A tab with a newer version, or the clearing of the site's data, waits for us: let go.
      ;(event.target as IDBDatabase).close()
      closed()
    },
    terminated: closed,
  })
}

function transactionOf(database: Database, mode: 'readonly' | 'readwrite'): Transaction {
  return database.transaction(stores, mode, { durability: 'strict' })
}

/** Runs the work, then waits until it is kept; where the work fails, nothing of it is. */
async function finished<Result>(
  transaction: Transaction,
  work: (writer: Writer) => Promise<Result>,
  suspension: Suspension,
): Promise<Result> {
  const unwatch = suspension.watch(transaction)
  // Watched from the beginning: it may fail while the work still runs.
  const kept = transaction.done.then(
    () => undefined,
    (error: unknown) => ({ error: transaction.error ?? error }),
  )
  try {
    await started(transaction)
    const result = await work(writerOn(transaction))
    const failure = await kept
    if (failure) throw failure.error
    return result
  } catch (error) {
    abort(transaction)
    await kept
    throw error
  } finally {
    unwatch()
  }
}

/** Waits until the transaction may read: writing ones of other tabs go first. */
async function started(transaction: Transaction): Promise<void> {
  const late = Promise.withResolvers<never>()
  const timer = setTimeout(() => late.reject(new StorageError('unavailable')), startPatience)
  try {
    await Promise.race([transaction.objectStore('worlds').getKey(''), late.promise])
  } finally {
    clearTimeout(timer)
  }
}

function abort(transaction: Transaction): void {
  try {
    transaction.abort()
  } catch (error) {
    // Over already, because it failed by itself: that is what was wanted.
    if (!(error instanceof DOMException && error.name === 'InvalidStateError')) throw error
  }
}

/** Where the rows of a table are. */
function rowStoreOf(table: CoveredTable): string {
  return `${table} rows`
}

function writerOn(transaction: Transaction): Writer {
  const bundlesOf = new Map<TableName, RowBundles>(
    coveredTables.map((table) => [table, bundlesIn(transaction, table)]),
  )
  const reader: Reader = {
    get: (table, id) => transaction.objectStore(table).get(id),
    all: (table) => transaction.objectStore(table).getAll(),
    async list(table, index, stretch: Stretch) {
      const { direction, offset = 0, limit = Infinity } = stretch
      const found = []
      let cursor = await transaction
        .objectStore(table)
        .index(index)
        .openCursor(rangeOf(stretch), direction === 'descending' ? 'prev' : 'next')
      if (cursor && offset > 0) cursor = await cursor.advance(Math.min(offset, furthestAdvance))
      while (cursor && found.length < limit) {
        found.push(cursor.value)
        cursor = found.length < limit ? await cursor.continue() : null
      }
      return found
    },
    count: (table, index, equals) =>
      transaction.objectStore(table).index(index).count(beginningWith(equals)),
    async *rows<Name extends CoveredTable>(table: Name) {
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
      // Nobody waits for each: what cannot be put fails the transaction, and with it whoever waits for that.
      const bare = unwrap(store)
      for (const record of records.slice(0, -1)) bare.put(record)
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

function rangeOf({ equals, from, to }: Stretch): IDBKeyRange {
  const least = from === undefined ? equals : [...equals, from]
  const most = to === undefined ? equals : [...equals, to]
  return IDBKeyRange.bound([...least], [...most, []])
}

function bundlesIn(transaction: Transaction, table: CoveredTable): RowBundles {
  const store = transaction.objectStore(rowStoreOf(table))
  return createRowBundles(table, {
    get: (number) => store.get(number),
    getAll: (from, to) => store.getAll(IDBKeyRange.bound(from, to)),
    put: async (rows, number) => store.put?.(rows, number),
    clear: async () => store.clear?.(),
  })
}

/** All keys of an index that begin with these values: an array sorts after every string and number. */
function beginningWith(equals: readonly Key[]): IDBKeyRange {
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
