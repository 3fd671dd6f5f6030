import { readonly, type Ref, ref, type ShallowRef, shallowRef } from 'vue'

import { type ApiError, toApiError } from '#src/api/apiError.ts'

interface Action<Arguments extends unknown[], Failure> {
  /** Starts the action. Never throws: the failure is in `error`. */
  run: (...args: Arguments) => Promise<void>
  busy: Readonly<Ref<boolean>>
  error: ShallowRef<Failure | undefined>
}

/**
 * Wraps an async action that the user starts. Ignores calls while the action runs, and keeps its error until the next run.
 *
 * @param toError converts a thrown value to the error; to an `ApiError` by default.
 * @example const { run, busy, error } = useAction(() => changePlan('professional'))
 */
export function useAction<Arguments extends unknown[]>(
  action: (...args: Arguments) => Promise<void>,
): Action<Arguments, ApiError>
export function useAction<Arguments extends unknown[], Failure>(
  action: (...args: Arguments) => Promise<void>,
  toError: (thrown: unknown) => Failure,
): Action<Arguments, Failure>
export function useAction<Arguments extends unknown[]>(
  action: (...args: Arguments) => Promise<void>,
  toError: (thrown: unknown) => unknown = toApiError,
): Action<Arguments, unknown> {
  const busy = ref(false)
  const error = shallowRef<unknown>()

  async function run(...args: Arguments): Promise<void> {
    if (busy.value) return
    busy.value = true
    error.value = undefined
    try {
      await action(...args)
    } catch (thrown) {
      error.value = toError(thrown)
    } finally {
      busy.value = false
    }
  }

  return { run, busy: readonly(busy), error }
}
