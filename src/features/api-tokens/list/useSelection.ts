import { computed, shallowRef } from 'vue'

import type { TokenId } from '../token/tokenApi.ts'

/** The selected tokens, including those on other pages. */
export function useSelection() {
  const chosen = shallowRef<ReadonlyMap<string, TokenId>>(new Map())

  function choose(tokens: readonly TokenId[], isChosen: boolean): void {
    const next = new Map(chosen.value)
    for (const token of tokens) {
      if (isChosen) next.set(token.id, token)
      else next.delete(token.id)
    }
    chosen.value = next
  }

  return {
    chosen,
    count: computed(() => chosen.value.size),
    choose,
    /** Selects these tokens and no others. */
    chooseOnly: (tokens: readonly TokenId[]) =>
      void (chosen.value = new Map(tokens.map((token) => [token.id, token]))),
    clear: () => void (chosen.value = new Map()),
  }
}
