import { createHash } from 'node:crypto'

import type { Pool, PoolClient } from 'pg'

import { isConflict, isDuplicate, toPortError } from './databaseErrors.ts'
import { createQueue, createSubjectQueues } from './queues.ts'
import { StatementError, type Statements, statementsOn } from './statements.ts'

/** How often a transaction is tried at most, and how often if a unique index has a value already. */
const maxAttempts = 50
const maxDuplicateAttempts = 3

/** The longest wait before the second attempt, and before any, in milliseconds. */
const firstWaitMs = 2
const longestWaitMs = 50

/** How many changes of one host run at the same time. More of them conflict more often than they gain (decision 29). */
const maxWriters = 4

/** How often a transaction is tried before it waits for its turn: those that have failed more often run one after the other. */
const maxTogether = 2
const turnLock = String(0x65447455)

/** Locks of a subject have two numbers: this one, and one of the subject. */
const subjectLocks = 0x65447355

/** How transactions begin. */
export interface Modes {
  read: string
  write: string
  /** Whether changes with the same subject, of whichever host, run one after the other. */
  locksSubjects?: boolean
}

/** The transactions of storages that several hosts change. */
const sharedModes: Modes = {
  // One consistent state, which never waits for other transactions nor makes them fail.
  read: 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY',
  write: 'BEGIN ISOLATION LEVEL SERIALIZABLE',
  locksSubjects: true,
}

/** Runs `work` in a transaction. */
export interface Transactions {
  read<Result>(work: (statements: Statements) => Promise<Result>): Promise<Result>
  /** @param subject see `Storage`. */
  write<Result>(
    work: (statements: Statements) => Promise<Result>,
    subject?: string,
  ): Promise<Result>
}

export interface TransactionOptions {
  /** Returns a random number from 0 to 1. */
  random: () => number
  /** Called before a transaction is tried again. */
  onRetry?: () => void
  /** By default, those of storages that several hosts change. */
  modes?: Modes
}

/**
 * Returns the transactions of a database. One that fails because of another one at the same time is tried again, after a random
 * wait that grows.
 *
 * @throws StorageError, ConstraintError for a duplicate, or the error of `work`.
 */
export function createTransactions(
  pool: Pool,
  { random, onRetry = () => undefined, modes = sharedModes }: TransactionOptions,
): Transactions {
  async function attempt<Result>(
    mode: 'read' | 'write',
    work: (statements: Statements) => Promise<Result>,
    locks: readonly string[],
  ): Promise<Result> {
    const client = await begin(pool, withLocks(locks, modes[mode]))
    const statements = statementsOn(client)
    const after = locks.length > 0 ? '; SELECT pg_advisory_unlock_all()' : ''
    try {
      const result = await work(statements)
      // A statement may have failed although `work` did not.
      const failure = statements.failure()
      if (failure) throw failure
      await statements.exec(`COMMIT${after}`)
      client.release()
      return result
    } catch (error) {
      await rollBack(client, `ROLLBACK${after}`)
      throw statements.failure() ?? error
    }
  }

  async function repeat<Result>(
    mode: 'read' | 'write',
    work: (statements: Statements) => Promise<Result>,
    locks: readonly string[] = [],
  ): Promise<Result> {
    for (let attempts = 1; ; attempts += 1) {
      try {
        return await attempt(mode, work, attempts > maxTogether ? [...locks, turnLock] : locks)
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

  const runWriter = createQueue(maxWriters)
  const queueOf = createSubjectQueues()
  return {
    read: (work) => repeat('read', work),
    write(work, subject) {
      if (subject === undefined) return runWriter(() => repeat('write', work))
      const locks = modes.locksSubjects ? [subjectLock(subject)] : []
      return queueOf(subject)(() => runWriter(() => repeat('write', work, locks)))
    },
  }
}

/** Returns the lock of a subject. Two subjects rarely have the same one, and then wait for each other without need. */
function subjectLock(subject: string): string {
  return `${subjectLocks}, ${createHash('sha256').update(subject).digest().readInt32BE()}`
}

/**
 * Returns a statement that takes the locks, and then begins the transaction: it sees the data as they are after its first statement.
 * All in one, because each statement is a round trip.
 */
function withLocks(locks: readonly string[], begin: string): string {
  if (locks.length === 0) return begin
  const taken = locks.map((lock) => `SELECT pg_advisory_lock(${lock}); `)
  return `BEGIN; ${taken.join('')}COMMIT; ${begin}`
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
async function rollBack(client: PoolClient, sql: string): Promise<void> {
  try {
    await client.query(sql)
    client.release()
  } catch {
    client.release(true)
  }
}

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}
