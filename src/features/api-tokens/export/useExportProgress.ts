import { type Ref, ref } from 'vue'

import type { ApiError } from '#src/api/apiError.ts'

/** How many items of an export were collected, and how many there are. */
export interface CollectedCount {
  finished: number
  total: number
}

/** An export that may be running, for `ExportProgress`. */
export interface Export {
  busy: Readonly<Ref<boolean>>
  error: Readonly<Ref<ApiError | undefined>>
  finished: Readonly<Ref<number>>
  total: Readonly<Ref<number>>
  stop: () => void
}

/** Collects the items of an export, reports progress, and can be stopped. */
export function useExportProgress() {
  const finished = ref(0)
  const total = ref(0)
  let stopping = Promise.withResolvers<undefined>()

  /**
   * @param items yields its progress after each request, and returns the items.
   * @returns undefined if it was stopped.
   */
  async function collect<Item>(
    items: AsyncGenerator<CollectedCount, Item[]>,
  ): Promise<Item[] | undefined> {
    const stopped = (stopping = Promise.withResolvers<undefined>()).promise
    finished.value = 0
    total.value = 0
    for (;;) {
      // After a stop, don't wait for the pending response.
      const step = await Promise.race([stopped, items.next()])
      if (!step) return undefined
      if (step.done) return step.value
      finished.value = step.value.finished
      total.value = step.value.total
    }
  }

  return { collect, finished, total, stop: () => stopping.resolve(undefined) }
}
