import { computed, readonly, ref, shallowRef } from 'vue'

import { type ApiError, toApiError } from '#src/api/apiError.ts'
import { announceChange } from '#src/api/changes.ts'

import { changeTokens, type TokenBatchAction, type TokenId } from '../tokenApi.ts'

const batchSize = 100

/** How far something that is done to many tokens has come. */
type Stage = 'waiting' | 'running' | 'stopped' | 'failed' | 'done'

/** Does something to many tokens, a hundred at a time: it can be stopped between two hundreds, and goes on where it broke off. */
export function useBatch() {
  const stage = ref<Stage>('waiting')
  const total = ref(0)
  const error = shallowRef<ApiError>()
  const rest = shallowRef<readonly TokenId[]>([])
  /** Those that were gone before their turn came. */
  const missing = shallowRef<readonly TokenId[]>([])
  let action: TokenBatchAction = 'pause'
  let stopping = new AbortController()
  /** The first of the rest may have been done already: the answer was lost. */
  let mayBeDone = false

  function begin(tokens: readonly TokenId[], wanted: TokenBatchAction): Promise<void> {
    action = wanted
    total.value = tokens.length
    rest.value = tokens
    missing.value = []
    mayBeDone = false
    return resume()
  }

  async function resume(): Promise<void> {
    if (stage.value === 'running') return
    stage.value = 'running'
    error.value = undefined
    stopping = new AbortController()
    try {
      while (rest.value.length > 0 && !stopping.signal.aborted) await oneBatch()
      stage.value = rest.value.length > 0 ? 'stopped' : 'done'
    } catch (thrown) {
      mayBeDone = true
      error.value = toApiError(thrown)
      stage.value = 'failed'
    }
    announceChange()
  }

  async function oneBatch(): Promise<void> {
    const batch = rest.value.slice(0, batchSize)
    const results = await changeTokens({ action, ids: batch.map(({ id }) => id) })
    const gone = new Set(results.filter(({ result }) => result === 'missing').map(({ id }) => id))
    // Whoever deletes what he has just deleted finds it missing.
    const unexpected =
      mayBeDone && action === 'delete' ? [] : batch.filter(({ id }) => gone.has(id))
    missing.value = [...missing.value, ...unexpected]
    rest.value = rest.value.slice(batch.length)
    mayBeDone = false
  }

  return {
    stage: readonly(stage),
    total: readonly(total),
    error,
    missing,
    /** Those whose turn has not come. */
    rest,
    /** How many have had their turn. */
    finished: computed(() => total.value - rest.value.length),
    begin,
    resume,
    /** Ends it after the hundred that is under way. */
    stop: () => stopping.abort(),
    reset: () => void (stage.value = 'waiting'),
  }
}
