import { readonly, ref, shallowRef } from 'vue'

import { type ApiError, toApiError } from '#src/api/apiError.ts'

/**
 * Something that a person sets off and that may fail: runs once at a time, however often it is set off, and keeps
 * what went wrong until the next try.
 *
 * @example const { run, busy, error } = useAction(() => changePlan('professional'))
 */
export function useAction<Arguments extends unknown[]>(
  action: (...given: Arguments) => Promise<void>,
) {
  const busy = ref(false)
  const error = shallowRef<ApiError>()

  async function run(...given: Arguments): Promise<void> {
    if (busy.value) return
    busy.value = true
    error.value = undefined
    try {
      await action(...given)
    } catch (thrown) {
      error.value = toApiError(thrown)
    } finally {
      busy.value = false
    }
  }

  return { run, busy: readonly(busy), error }
}
