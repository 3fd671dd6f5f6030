import type { DatabaseSync, StatementSync } from 'node:sqlite'

import { StorageError } from '../port.ts'

/** The value of a column or of a parameter. */
type Value = string | number | null
type Row = Record<string, Value>

/** Runs statements of SQL, and prepares each of them once. Their errors are those of the storage port. */
export interface Statements {
  run(sql: string, ...values: Value[]): void
  first(sql: string, ...values: Value[]): Row | undefined
  all(sql: string, ...values: Value[]): Row[]
  /** Reads one row after the other, for results that may be long. */
  each(sql: string): IterableIterator<Row>
}

/** Prepares the statements of a database. */
export function createStatements(database: DatabaseSync): Statements {
  const prepared = new Map<string, StatementSync>()

  function prepare(sql: string): StatementSync {
    let statement = prepared.get(sql)
    if (!statement) prepared.set(sql, (statement = database.prepare(sql)))
    return statement
  }

  return {
    run: (sql, ...values) => void translateErrors(() => prepare(sql).run(...values)),
    first: (sql, ...values) =>
      translateErrors(() => prepare(sql).get(...values) as Row | undefined),
    all: (sql, ...values) => translateErrors(() => prepare(sql).all(...values) as Row[]),
    each: (sql) => translateErrors(() => database.prepare(sql).iterate() as IterableIterator<Row>),
  }
}

/** SQLite's primary result codes (https://www.sqlite.org/rescode.html). */
const resultCodes = { busy: 5, corrupt: 11, full: 13, constraint: 19, notADatabase: 26 } as const

/** Whether an error is of SQLite, and has this primary result code. */
export function isSqliteError(error: unknown, name?: keyof typeof resultCodes): boolean {
  if (!(error instanceof Error && 'errcode' in error)) return false
  const { errcode } = error
  if (typeof errcode !== 'number') return false
  return name === undefined || (errcode & 0xff) === resultCodes[name]
}

/** Runs a function of SQLite. @throws StorageError, or ConstraintError for a duplicate, as IndexedDB does. */
function translateErrors<Result>(use: () => Result): Result {
  try {
    return use()
  } catch (error) {
    if (!isSqliteError(error)) throw error
    if (isSqliteError(error, 'constraint')) {
      throw new DOMException(error instanceof Error ? error.message : '', 'ConstraintError')
    }
    throw new StorageError(isSqliteError(error, 'full') ? 'full' : 'unavailable', error)
  }
}
