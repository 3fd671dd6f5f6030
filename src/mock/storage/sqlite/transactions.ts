import type { DatabaseSync } from 'node:sqlite'
import { setImmediate as nextRound } from 'node:timers/promises'

import type { RowCache } from './rowCache.ts'
import type { Statements } from './statements.ts'

/** A transaction that waits for its turn, or for the commit. */
interface Job {
  isWriting: boolean
  /** Runs the work, and keeps its result. Rejects if the work fails. */
  run(): Promise<void>
  /** Settles the promise of the transaction: with the error, or with the result of the last run. */
  settle(failure?: Failure): void
}

interface Failure {
  error: unknown
}

/** Runs a transaction after those before it. */
export type RunTransaction = <Result>(
  isWriting: boolean,
  work: () => Promise<Result>,
) => Promise<Result>

/**
 * Creates a queue of transactions. Transactions that are waiting at the same time are committed together, because a commit waits
 * for the disk. Each is a savepoint of its own. Its promise settles after the commit, also if it only reads: it may have seen
 * changes that are not committed yet.
 */
export function createTransactions(
  database: DatabaseSync,
  statements: Statements,
  rowCache: RowCache,
): RunTransaction {
  const queue: Job[] = []
  let isRunning = false

  async function runAll(): Promise<void> {
    if (isRunning) return
    isRunning = true
    for (let job = queue.shift(); job; job = queue.shift()) {
      if (job.isWriting) await runGroup(job)
      else await runAlone(job)
    }
    isRunning = false
  }

  /** Runs a writing job, and the jobs that arrive until all requests that have come in meanwhile are handled. */
  async function runGroup(first: Job): Promise<void> {
    const group: Job[] = []
    const failures = new Map<Job, Failure | undefined>()
    let hasWaited = false
    const failure = await failureOf(
      transact(async () => {
        for (let job: Job | undefined = first; job; job = queue.shift()) {
          group.push(job)
          failures.set(job, await runInGroup(job))
          if (queue.length > 0 || hasWaited) continue
          hasWaited = true
          await nextRound()
        }
      }),
    )
    if (!failure) for (const job of group) job.settle(failures.get(job))
    else if (group.length <= 1) first.settle(failures.get(first) ?? failure)
    else for (const job of group) await runAlone(job)
  }

  /** Runs a job as a part of the current transaction. Throws if this transaction cannot go on. */
  async function runInGroup(job: Job): Promise<Failure | undefined> {
    if (!job.isWriting) return failureOf(job.run())
    rowCache.begin()
    statements.run('SAVEPOINT job')
    const failure = await failureOf(job.run())
    if (failure) {
      rowCache.undo()
      // On some errors, such as a full disk, SQLite has rolled back the whole transaction: then this throws.
      statements.run('ROLLBACK TO job')
    }
    statements.run('RELEASE job')
    return failure
  }

  /** Runs a job in a transaction that no other job can make fail. */
  async function runAlone(job: Job): Promise<void> {
    job.settle(await failureOf(job.isWriting ? transact(() => job.run()) : read(job)))
  }

  async function read(job: Job): Promise<void> {
    rollBack()
    await job.run()
  }

  async function transact(work: () => Promise<void>): Promise<void> {
    try {
      rollBack()
      statements.run('BEGIN IMMEDIATE')
      await work()
      statements.run('COMMIT')
    } catch (error) {
      rowCache.reset()
      rollBack()
      throw error
    }
  }

  /** Rolls back the current transaction, if there is one. Should this fail, the next job tries it again. */
  function rollBack(): void {
    if (database.isTransaction) statements.run('ROLLBACK')
  }

  return (isWriting, work) => {
    const { promise, resolve, reject } = Promise.withResolvers<Awaited<ReturnType<typeof work>>>()
    let result: Awaited<ReturnType<typeof work>>
    queue.push({
      isWriting,
      run: async () => void (result = await work()),
      settle: (failure) => (failure ? reject(failure.error) : resolve(result)),
    })
    void runAll()
    return promise
  }
}

/** Waits for a promise. Returns how it failed; undefined if it did not. */
function failureOf(promise: Promise<void>): Promise<Failure | undefined> {
  return promise.then(
    () => undefined,
    (error: unknown) => ({ error }),
  )
}
