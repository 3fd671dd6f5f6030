import type { Pool, PoolClient } from 'pg'

import { isConflict, isDuplicate, toPortError } from './databaseErrors.ts'
import { StatementError, type Statements, statementsOn } from './statements.ts'

/** How often a transaction is tried at most, and how often if a unique index has a value already. */
const maxAttempts = 50
const maxDuplicateAttempts = 3

/** The longest wait before the second attempt, and before any, in milliseconds. */
const firstWaitMs = 4
const longestWaitMs = 200

/** How a transaction begins. */
const modes = {
  // One consistent state, which never waits for other transactions nor makes them fail.
  read: 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY',
  write: 'BEGIN ISOLATION LEVEL SERIALIZABLE',
} as const

/** Runs `work` in a transaction. */
export type RunTransaction = <Result>(
  mode: keyof typeof modes,
  work: (statements: Statements) => Promise<Result>,
) => Promise<Result>

export interface TransactionOptions {
  /** Returns a random number from 0 to 1. */
  random: () => number
  /** Called before a transaction is tried again. */
  onRetry?: () => void
}

/**
 * Returns a function that runs transactions. One that fails because of another one at the same time is tried again, after a random
 * wait that grows.
 *
 * @throws StorageError, ConstraintError for a duplicate, or the error of `work`.
 */
export function createTransactions(
  pool: Pool,
  { random, onRetry = () => undefined }: TransactionOptions,
): RunTransaction {
  async function attempt<Result>(
    mode: keyof typeof modes,
    work: (statements: Statements) => Promise<Result>,
  ): Promise<Result> {
    const client = await begin(pool, modes[mode])
    const statements = statementsOn(client)
    try {
      const result = await work(statements)
      // A statement may have failed although `work` did not.
      const failure = statements.failure()
      if (failure) throw failure
      await statements.exec('COMMIT')
      client.release()
      return result
    } catch (error) {
      await rollBack(client)
      throw statements.failure() ?? error
    }
  }

  return async (mode, work) => {
    for (let attempts = 1; ; attempts += 1) {
      try {
        return await attempt(mode, work)
      } catch (error) {
        if (!(error instanceof StatementError)) throw error
        const mayRepeat =
          (isConflict(error.cause) && attempts < maxAttempts) ||
          (isDuplicate(error.cause) && attempts < maxDuplicateAttempts)
        if (!mayRepeat) throw toPortError(error.cause)
        onRetry()
        await wait(random() * Math.min(longestWaitMs, firstWaitMs * 2 ** attempts))
      }
    }
  }
}

/** Begins a transaction. A connection may have been lost since its last use: then another one is used, once. */
async function begin(pool: Pool, sql: string, isRepeated = false): Promise<PoolClient> {
  let client: PoolClient
  try {
    client = await pool.connect()
  } catch (error) {
    throw new StatementError('No connection', { cause: error })
  }
  try {
    await client.query(sql)
    return client
  } catch (error) {
    client.release(true)
    if (isRepeated) throw new StatementError('No transaction', { cause: error })
    return begin(pool, sql, true)
  }
}

/** Ends a failed transaction. If this fails too, the connection is closed. */
async function rollBack(client: PoolClient): Promise<void> {
  try {
    await client.query('ROLLBACK')
    client.release()
  } catch {
    client.release(true)
  }
}

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}
