import type { Writer } from '../../domain/schema.ts'
import { EdeskError } from '../edeskError.ts'

/**
 * Runs an operation and checks that it rejects a request only before its first write. The transaction continues after a
 * rejection to record the request, so a half-finished change would be committed.
 *
 * @throws EdeskError if the operation rejected the request before it wrote anything.
 * @throws Error if the operation had already written: this aborts the whole transaction.
 */
export async function assertNoWritesBeforeRejection<Result>(
  db: Writer,
  operation: (observedDb: Writer) => Promise<Result>,
): Promise<Result> {
  const state = { hasWritten: false }
  const observedDb: Writer = {
    ...db,
    put(table, record) {
      state.hasWritten = true
      return db.put(table, record)
    },
    putAll(table, records) {
      state.hasWritten = true
      return db.putAll(table, records)
    },
    delete(table, id) {
      state.hasWritten = true
      return db.delete(table, id)
    },
    clear(table) {
      state.hasWritten = true
      return db.clear(table)
    },
  }
  try {
    return await operation(observedDb)
  } catch (error) {
    if (error instanceof EdeskError && state.hasWritten) {
      throw new Error('An operation rejected the request after it had written', { cause: error })
    }
    throw error
  }
}
