import { readonly, ref, shallowRef } from 'vue'

import { type EdeskFailure, toEdeskFailure } from './edeskFailure.ts'

/**
 * Something that a person sets off and that eDesk may refuse: runs once at a time, however often it is set off, and keeps
 * why it failed until the next try.
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
