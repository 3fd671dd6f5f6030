import { computed } from 'vue'
import { useRoute, useRouter } from 'vue-router'

import type { TokenFilter, TokenSort } from '../tokenApi.ts'
import { addressOf, type TokenView, viewIn } from './tokenView.ts'

/** The view that the address asks for, and ways to another one. */
export function useTokenView() {
  const route = useRoute()
  const router = useRouter()
  const view = computed(() => viewIn(route.query))

  /** Another view begins with its first page. */
  async function show(change: Partial<TokenView>): Promise<void> {
    await router.replace({ query: addressOf({ ...view.value, page: 1, ...change }) })
  }

  async function goToPage(page: number): Promise<void> {
    await router.replace({ query: { ...addressOf(view.value), page } })
  }

  return {
    view,
    isFiltered: computed(() => Object.keys(view.value.filter).length > 0),
    goToPage,
    sortBy: (sort: TokenSort) => show({ sort }),
    showPerPage: (pageSize: number) => show({ pageSize }),
    filterBy: (filter: TokenFilter) => show({ filter }),
  }
}
