import { computed, onScopeDispose, ref, shallowRef } from 'vue'

import { type ApiError, toApiError } from '#src/api/apiError.ts'
import { onChange } from '#src/api/changeNotifications.ts'
import { keyEnding } from '#src/shared/keyFormat.ts'

import type { Token } from '../token/tokenApi.ts'
import { findTokens, hashOf } from './leakedKeyApi.ts'
import { searchTexts, type UnsearchedText } from './searchTexts.ts'

/** A whole key that was found. Only its hash and its ending are kept. */
export interface FoundKey {
  hash: string
  ending: string
  /** The token of the key, which may have been deleted; undefined if the key belongs to no token of the business. */
  token: Token | undefined
  deleted: boolean
}

/** The results of a search. */
export interface SearchResults {
  keys: FoundKey[]
  broken: { ending: string; length: number }[]
  tooMany: boolean
  /** The texts and files that could not be searched completely. */
  unsearched: UnsearchedText[]
}

/**
 * Searches texts for keys and asks the service which tokens they belong to. The texts and keys exist only during the call; only
 * the endings and hashes of keys are kept. After each change to a token, here or in another tab, the service is asked again.
 *
 * @param before the results of an earlier search.
 */
export function useLeakedKeySearch(before?: SearchResults) {
  const searchResults = shallowRef(before)
  /** The service's error, or 'file' if a file couldn't be read. */
  const failure = shallowRef<ApiError | 'file'>()
  /** The share that has been searched, from 0 to 1; undefined while no search is running. */
  const progress = ref<number>()
  let current = new AbortController()

  async function search(texts: readonly (string | Blob)[]): Promise<void> {
    stop()
    current = new AbortController()
    const { signal } = current
    searchResults.value = undefined
    failure.value = undefined
    progress.value = 0
    try {
      const found = await findKeys(texts, signal, (part) => (progress.value = part))
      if (!signal.aborted) searchResults.value = found
    } catch (thrown) {
      if (!signal.aborted)
        failure.value = thrown instanceof DOMException ? 'file' : toApiError(thrown)
    } finally {
      if (!signal.aborted) progress.value = undefined
    }
  }

  /** Stops a running search. */
  function stop(): void {
    current.abort()
    progress.value = undefined
  }

  async function refreshTokens(): Promise<void> {
    const shown = searchResults.value
    if (!shown || shown.keys.length === 0) return
    // If this fails, keep the results: they were right a moment ago.
    const tokens = await findTokens(shown.keys.map(({ hash }) => hash)).catch(() => undefined)
    if (!tokens || searchResults.value !== shown) return
    searchResults.value = { ...shown, keys: shown.keys.map((key) => withToken(key, tokens)) }
  }

  onScopeDispose(onChange(refreshTokens))
  onScopeDispose(stop)
  void refreshTokens()

  return {
    search,
    stop,
    searchResults,
    failure,
    progress,
    busy: computed(() => progress.value !== undefined),
  }
}

async function findKeys(
  texts: readonly (string | Blob)[],
  signal: AbortSignal,
  onProgress: (part: number) => void,
): Promise<SearchResults> {
  const { whole, broken, tooMany, unsearched } = await searchTexts(texts, {
    pause: () => nextTask(signal),
    onProgress,
  })
  const keys = whole.map((key) => ({ hash: hashOf(key), ending: keyEnding(key) }))
  const tokens = await findTokens(keys.map(({ hash }) => hash))
  return {
    keys: keys.map((key) => ({ ...key, token: tokens.get(key.hash), deleted: false })),
    broken: broken.map((text) => ({ ending: keyEnding(text), length: text.length })),
    tooMany,
    unsearched,
  }
}

function withToken(key: FoundKey, tokens: ReadonlyMap<string, Token>): FoundKey {
  const token = tokens.get(key.hash)
  return token ? { ...key, token, deleted: false } : { ...key, deleted: key.token !== undefined }
}

/** Resolves in a later task, so that the page can handle events in between. Rejects if the search was stopped. */
function nextTask(signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) =>
    setTimeout(() => {
      if (signal.aborted) reject(new Error('The search was stopped'))
      else resolve()
    }),
  )
}
