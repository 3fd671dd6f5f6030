import { useIntervalFn } from '@vueuse/core'

const interval = 5_000

/**
 * Asks anew every few seconds while the page is looked at: an application that sends something through the API, or somebody
 * at another computer, tells no page of it.
 *
 * @param settled whether there is something on the screen that may be out of date. What has failed is not asked for again
 * without being told to.
 */
export function useFreshness(refetch: () => unknown, settled: () => boolean): void {
  useIntervalFn(() => {
    if (settled() && document.visibilityState === 'visible') void refetch()
  }, interval)
}
