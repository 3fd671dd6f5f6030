import type { RandomBytes } from '../domain/random.ts'
import type { Writer } from '../domain/schema.ts'

/** Runs `work` in a write transaction, with the random bytes for it. `subject` is what the transaction is about, for the storage. */
export type WriteTransaction = <Result>(
  work: (db: Writer, randomBytes: RandomBytes) => Promise<Result>,
  subject?: string,
) => Promise<Result>
