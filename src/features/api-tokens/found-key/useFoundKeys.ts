import { computed, onScopeDispose, ref, shallowRef } from 'vue'

import { type ApiError, toApiError } from '#src/api/apiError.ts'
import { onChange } from '#src/api/changes.ts'
import { keyEnding } from '#src/api/keyFormat.ts'

import type { Token } from '../tokenApi.ts'
import { findTokens, hashOf } from './foundKeyApi.ts'
import { searchTexts } from './searchTexts.ts'

/** A whole key that was found: nothing of it but its hash and its ending. */
export interface FoundKey {
  hash: string
  ending: string
  /** What it unlocks, or unlocked before somebody deleted the token; undefined where it is none of the business's. */
  token: Token | undefined
  deleted: boolean
}

/** What a search came to. */
export interface Findings {
  keys: FoundKey[]
  broken: { ending: string; length: number }[]
  tooMany: boolean
}

/**
 * Looks for keys in texts and asks the service whose they are. The texts and the keys stay in the call: what is kept of them
 * is endings and hashes. After each change of a token, here or in another tab, the service is asked anew.
 *
 * @param before what an earlier search came to.
 */
export function useFoundKeys(before?: Findings) {
  const findings = shallowRef(before)
  /** What went wrong: at the service, or with a file. */
  const failure = shallowRef<ApiError | 'file'>()
  /** How much has been looked through, of 1; undefined while nothing is looked for. */
  const progress = ref<number>()
  let current = new AbortController()

  async function look(texts: readonly (string | Blob)[]): Promise<void> {
    stop()
    current = new AbortController()
    const { signal } = current
    findings.value = undefined
    failure.value = undefined
    progress.value = 0
    try {
      const found = await lookForKeys(texts, signal, (part) => (progress.value = part))
      if (!signal.aborted) findings.value = found
    } catch (thrown) {
      if (!signal.aborted)
        failure.value = thrown instanceof DOMException ? 'file' : toApiError(thrown)
    } finally {
      if (!signal.aborted) progress.value = undefined
    }
  }

  /** Ends a search that is under way. */
  function stop(): void {
    current.abort()
    progress.value = undefined
  }

  async function askAnew(): Promise<void> {
    const shown = findings.value
    if (!shown || shown.keys.length === 0) return
    // What is shown stays where this fails: it was right a moment ago.
    const tokens = await findTokens(shown.keys.map(({ hash }) => hash)).catch(() => undefined)
    if (!tokens || findings.value !== shown) return
    findings.value = { ...shown, keys: shown.keys.map((key) => withToken(key, tokens)) }
  }

  onScopeDispose(onChange(askAnew))
  onScopeDispose(stop)
  void askAnew()

  return {
    look,
    stop,
    findings,
    failure,
    progress,
    busy: computed(() => progress.value !== undefined),
  }
}

async function lookForKeys(
  texts: readonly (string | Blob)[],
  signal: AbortSignal,
  onProgress: (part: number) => void,
): Promise<Findings> {
  const { whole, broken, tooMany } = await searchTexts(texts, {
    pause: () => nextTask(signal),
    onProgress,
  })
  const keys = whole.map((key) => ({ hash: hashOf(key), ending: keyEnding(key) }))
  const tokens = await findTokens(keys.map(({ hash }) => hash))
  return {
    keys: keys.map((key) => ({ ...key, token: tokens.get(key.hash), deleted: false })),
    broken: broken.map((text) => ({ ending: keyEnding(text), length: text.length })),
    tooMany,
  }
}

function withToken(key: FoundKey, tokens: ReadonlyMap<string, Token>): FoundKey {
  const token = tokens.get(key.hash)
  return token ? { ...key, token, deleted: false } : { ...key, deleted: key.token !== undefined }
}

/** The page has done what else there was to do. */
function nextTask(signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) =>
    setTimeout(() => {
      if (signal.aborted) reject(new Error('The search was stopped'))
      else resolve()
    }),
  )
}
