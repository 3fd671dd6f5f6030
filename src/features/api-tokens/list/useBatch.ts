import { computed, readonly, ref, shallowRef } from 'vue'

import { type ApiError, toApiError } from '#src/api/apiError.ts'
import { announceChange } from '#src/api/changeNotifications.ts'
import { itemLimits } from '#src/api/generated/values.ts'

import { changeTokens, type TokenBatchAction, type TokenSummary } from '../token/tokenApi.ts'

const batchSize = itemLimits.TokenBatch.ids

/** The stage of an action on many tokens. */
type Stage = 'waiting' | 'running' | 'stopped' | 'failed' | 'done'

/**
 * Performs an action on many tokens, in batches of the size that the service accepts. It can be stopped between two batches, and
 * resumes where it stopped.
 */
export function useBatch() {
  const stage = ref<Stage>('waiting')
  const total = ref(0)
  const error = shallowRef<ApiError>()
  const rest = shallowRef<readonly TokenSummary[]>([])
  /** Tokens that no longer existed when their batch came. */
  const missing = shallowRef<readonly TokenSummary[]>([])
  let action: TokenBatchAction = 'pause'
  let stopping = new AbortController()
  /** The next batch may have been processed already, because a response was lost. */
  const mayBeDone = ref(false)

  function begin(tokens: readonly TokenSummary[], batchAction: TokenBatchAction): Promise<void> {
    action = batchAction
    total.value = tokens.length
    rest.value = tokens
    missing.value = []
    mayBeDone.value = false
    return resume()
  }

  async function resume(): Promise<void> {
    if (stage.value === 'running') return
    stage.value = 'running'
    error.value = undefined
    stopping = new AbortController()
    try {
      while (rest.value.length > 0 && !stopping.signal.aborted) await runBatch()
      stage.value = rest.value.length > 0 ? 'stopped' : 'done'
    } catch (thrown) {
      error.value = toApiError(thrown)
      mayBeDone.value ||= error.value.isOutcomeUnknown
      stage.value = 'failed'
    }
    announceChange()
  }

  async function runBatch(): Promise<void> {
    const batch = rest.value.slice(0, batchSize)
    const results = await changeTokens({ action, ids: batch.map(({ id }) => id) })
    const gone = new Set(results.filter(({ result }) => result === 'missing').map(({ id }) => id))
    // A retry after a lost response doesn't find the tokens that the first try deleted.
    const unexpected =
      mayBeDone.value && action === 'delete' ? [] : batch.filter(({ id }) => gone.has(id))
    missing.value = [...missing.value, ...unexpected]
    rest.value = rest.value.slice(batch.length)
    mayBeDone.value = false
  }

  return {
    stage: readonly(stage),
    total: readonly(total),
    error,
    missing,
    /** The tokens that were not processed yet. */
    rest,
    /** How many tokens were processed. */
    finished: computed(() => total.value - rest.value.length),
    /** How many of the rest may have been processed nevertheless. */
    uncertain: computed(() => (mayBeDone.value ? Math.min(batchSize, rest.value.length) : 0)),
    begin,
    resume,
    /** Stops after the current batch. */
    stop: () => stopping.abort(),
    reset: () => void (stage.value = 'waiting'),
  }
}
