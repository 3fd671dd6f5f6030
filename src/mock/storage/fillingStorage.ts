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
  /** Undefined once the data are stored, so that memory is freed. */
  let pending: { memory: Storage<Types>; fill: () => Promise<void> } | undefined = {
    memory: initial,
    fill,
  }
  let filling: Promise<void> | undefined

  async function whenFilled(): Promise<void> {
    if (!pending) return
    const attempt = (filling ??= pending.fill())
    try {
      await attempt
      pending = undefined
    } catch (error) {
      // Another change may have started the next attempt already.
      if (filling === attempt) filling = undefined
      throw error
    }
  }

  // A change reports the failure.
  whenFilled().catch(() => undefined)
  return {
    read: (work) => (pending?.memory ?? stored).read(work),
    async write(work) {
      await whenFilled()
      return stored.write(work)
    },
  }
}
