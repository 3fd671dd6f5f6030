import type { QueryCache } from '@pinia/colada'
import { nextTick } from 'vue'

/**
 * Resolves when no query is loading. A part of the page may start more queries once it renders.
 *
 * @param isStopped whether the caller no longer needs the result.
 */
export async function queriesSettled(
  queries: QueryCache,
  isStopped: () => boolean = () => false,
): Promise<void> {
  let calls: Promise<unknown>[]
  do {
    await nextTick()
    calls = queries.getEntries().flatMap(({ pending }) => pending?.refreshCall ?? [])
    await Promise.allSettled(calls)
  } while (calls.length > 0 && !isStopped())
}
