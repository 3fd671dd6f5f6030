import { computed, shallowRef } from 'vue'

import type { TokenSummary } from '../token/tokenApi.ts'

/** The selected tokens, including those on other pages. */
export function useSelection() {
  const selected = shallowRef<ReadonlyMap<string, TokenSummary>>(new Map())

  function select(tokens: readonly TokenSummary[], isSelected: boolean): void {
    const next = new Map(selected.value)
    for (const token of tokens) {
      if (isSelected) next.set(token.id, token)
      else next.delete(token.id)
    }
    selected.value = next
  }

  return {
    selected,
    count: computed(() => selected.value.size),
    select,
    /** Selects these tokens and no others. */
    selectOnly: (tokens: readonly TokenSummary[]) =>
      void (selected.value = new Map(tokens.map((token) => [token.id, token]))),
    clear: () => void (selected.value = new Map()),
  }
}
