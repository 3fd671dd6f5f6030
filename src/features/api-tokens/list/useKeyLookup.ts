import { shallowRef } from 'vue'

import { type ApiError, toApiError } from '#src/api/apiError.ts'
import { keyEnding, keyLength } from '#src/shared/keyFormat.ts'

import { createKeyFinder } from '../leaked-keys/keyFinder.ts'
import { findTokens, hashOf } from '../leaked-keys/leakedKeyApi.ts'
import type { Token } from '../token/tokenApi.ts'

/** A key that was looked up by its hash. The key itself is not kept. */
export interface LookedUpKey {
  hash: string
  ending: string
  /** Undefined if the key belongs to no token of the business. */
  token: Token | undefined
}

/** Looks up the keys in a text by their hashes. The text is used only during the call. */
export function useKeyLookup() {
  /** The whole keys in the text; empty if it has only parts of keys. Undefined until they are looked up. */
  const keys = shallowRef<LookedUpKey[]>()
  const error = shallowRef<ApiError>()
  /** The hashes and the endings of the keys, to try again without the text. */
  let wanted: Omit<LookedUpKey, 'token'>[] = []

  async function lookUp(text: string): Promise<void> {
    const finder = createKeyFinder()
    finder.push(text)
    finder.end()
    const { whole, broken } = finder.found()
    // Report mistyped keys too: they belong to no token.
    const mistyped = broken.filter(({ length }) => length === keyLength)
    wanted = [...whole, ...mistyped].map((key) => ({ hash: hashOf(key), ending: keyEnding(key) }))
    await retry()
  }

  async function retry(): Promise<void> {
    const current = wanted
    keys.value = undefined
    error.value = undefined
    try {
      const tokens = await findTokens(current.map(({ hash }) => hash))
      if (wanted === current) {
        keys.value = current.map((key) => ({ ...key, token: tokens.get(key.hash) }))
      }
    } catch (thrown) {
      if (wanted === current) error.value = toApiError(thrown)
    }
  }

  return { keys, error, lookUp, retry }
}
