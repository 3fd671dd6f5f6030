import type { Writer } from '../storage/storage.ts'
import { EdeskError } from './edeskError.ts'

/**
 * Runs an operation in a transaction that goes on after a refusal, since the refusal is recorded by it: so nothing may be half
 * done then.
 *
 * @throws EdeskError where the operation has refused the request without having written anything.
 * @throws Error where it had written: the whole transaction has to be taken back.
 */
export async function onlyRefusedBeforeWriting<Result>(
  db: Writer,
  operation: (watched: Writer) => Promise<Result>,
): Promise<Result> {
  const writes: string[] = []
  const watched: Writer = {
    ...db,
    put(table, record) {
      writes.push(table)
      return db.put(table, record)
    },
    delete(table, id) {
      writes.push(table)
      return db.delete(table, id)
    },
  }
  try {
    return await operation(watched)
  } catch (error) {
    if (error instanceof EdeskError && writes.length > 0) {
      throw new Error('An operation has refused a request after it had written', { cause: error })
    }
    throw error
  }
}
