import type { RandomBytes } from '../domain/random.ts'
import type { Writer } from '../domain/schema.ts'

/** Runs `work` in a write transaction, with the random bytes for it. */
export type WriteTransaction = <Result>(
  work: (db: Writer, randomBytes: RandomBytes) => Promise<Result>,
) => Promise<Result>
