import { ref } from 'vue'

/** How many items of a file were read, and how many there are. */
export interface ReadingProgress {
  finished: number
  total: number
}

/** Reads the items of a file, reports the progress, and can be stopped. */
export function useReading() {
  const finished = ref(0)
  const total = ref(0)
  let stopping = Promise.withResolvers<undefined>()

  /**
   * @param reading yields its progress after each request, and returns the items.
   * @returns undefined if it was stopped.
   */
  async function read<Item>(
    reading: AsyncGenerator<ReadingProgress, Item[]>,
  ): Promise<Item[] | undefined> {
    const stopped = (stopping = Promise.withResolvers<undefined>()).promise
    finished.value = 0
    total.value = 0
    for (;;) {
      // After a stop, don't wait for the pending response.
      const step = await Promise.race([stopped, reading.next()])
      if (!step) return undefined
      if (step.done) return step.value
      finished.value = step.value.finished
      total.value = step.value.total
    }
  }

  return { read, finished, total, stop: () => stopping.resolve(undefined) }
}
