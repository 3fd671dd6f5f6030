import { readonly, ref, shallowRef } from 'vue'

import { type EdeskFailure, toEdeskFailure } from './edeskFailure.ts'

/**
 * Wraps a request to eDesk that the user starts. Ignores calls while it runs, and keeps its failure until the next run.
 */
export function useAttempt<Arguments extends unknown[]>(
  attempt: (...args: Arguments) => Promise<void>,
) {
  const busy = ref(false)
  const failure = shallowRef<EdeskFailure>()

  async function run(...args: Arguments): Promise<void> {
    if (busy.value) return
    busy.value = true
    failure.value = undefined
    try {
      await attempt(...args)
    } catch (thrown) {
      failure.value = toEdeskFailure(thrown)
    } finally {
      busy.value = false
    }
  }

  return { run, busy: readonly(busy), failure }
}
