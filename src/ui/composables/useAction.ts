import { readonly, ref, shallowRef } from 'vue'

import { type ApiError, toApiError } from '#src/api/apiError.ts'

/**
 * Wraps an async action that the user starts. Ignores calls while the action runs, and keeps its error until the next run.
 *
 * @example const { run, busy, error } = useAction(() => changePlan('professional'))
 */
export function useAction<Arguments extends unknown[]>(
  action: (...args: Arguments) => Promise<void>,
) {
  const busy = ref(false)
  const error = shallowRef<ApiError>()

  async function run(...args: Arguments): Promise<void> {
    if (busy.value) return
    busy.value = true
    error.value = undefined
    try {
      await action(...args)
    } catch (thrown) {
      error.value = toApiError(thrown)
    } finally {
      busy.value = false
    }
  }

  return { run, busy: readonly(busy), error }
}
