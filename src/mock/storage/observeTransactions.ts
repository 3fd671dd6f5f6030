import type { SchemaTypes, Storage } from './port.ts'

/** A transaction that has ended. */
export interface Transaction {
  kind: 'read' | 'write'
  milliseconds: number
  /** Whether it was stored; an operation that rejects its request fails its transaction. */
  isCommitted: boolean
}

/**
 * Returns a storage that reports each transaction.
 *
 * @param now the time in milliseconds.
 */
export function observeTransactions<Types extends SchemaTypes>(
  storage: Storage<Types>,
  now: () => number,
  transactionEnded: (transaction: Transaction) => void,
): Storage<Types> {
  async function observe<Result>(
    kind: Transaction['kind'],
    transaction: () => Promise<Result>,
  ): Promise<Result> {
    const startedAt = now()
    let isCommitted = false
    try {
      const result = await transaction()
      isCommitted = true
      return result
    } finally {
      transactionEnded({ kind, milliseconds: now() - startedAt, isCommitted })
    }
  }
  return {
    read: (work) => observe('read', () => storage.read(work)),
    write: (work, subject) => observe('write', () => storage.write(work, subject)),
  }
}
