import type { SchemaTypes, Storage } from './port.ts'

/**
 * Returns a storage whose initial data are still being written. Until they are stored, memory answers the reads, and changes wait.
 *
 * @param stored the storage to fill.
 * @param initial the same data in memory.
 * @param fill writes the data into `stored`, in one transaction. If it fails, the next change tries again.
 */
export function createFillingStorage<Types extends SchemaTypes>(
  stored: Storage<Types>,
  initial: Storage<Types>,
  fill: () => Promise<void>,
): Storage<Types> {
  /** Undefined once the data are stored. */
  let memory: Storage<Types> | undefined = initial
  let filling: Promise<void> | undefined

  function whenFilled(): Promise<void> {
    filling ??= fill().then(
      () => {
        memory = undefined
      },
      (error: unknown) => {
        filling = undefined
        throw error
      },
    )
    return filling
  }

  // A change reports the failure.
  whenFilled().catch(() => undefined)
  return {
    read: (work) => (memory ?? stored).read(work),
    async write(work) {
      await whenFilled()
      return stored.write(work)
    },
  }
}
