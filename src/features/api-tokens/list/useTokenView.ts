import { computed, shallowRef } from 'vue'
import { useRoute, useRouter } from 'vue-router'

import type { TokenSort } from '../token/tokenApi.ts'
import { tokenViewQuery, type FilterChange, type TokenView, parseTokenView } from './tokenView.ts'

/** The view in the URL, and functions to change it. */
export function useTokenView() {
  const route = useRoute()
  const router = useRouter()
  /** The view that the router is navigating to. With it, two quick changes are both kept. */
  const next = shallowRef<TokenView>()
  const view = computed(() => next.value ?? parseTokenView(route.query))

  async function show(newView: TokenView, query = tokenViewQuery(newView)): Promise<void> {
    next.value = newView
    await router.replace({ query })
    if (next.value === newView) next.value = undefined
  }

  /** Changes the view and goes to its first page. */
  function change(part: Partial<TokenView>): Promise<void> {
    return show({ ...view.value, page: 1, ...part })
  }

  function goToPage(page: number): Promise<void> {
    const newView = { ...view.value, page }
    return show(newView, { ...tokenViewQuery(newView), page })
  }

  function filterBy(part: FilterChange): Promise<void> {
    const entries = Object.entries({ ...view.value.filter, ...part })
    const filter = Object.fromEntries(entries.filter(([, value]) => value !== undefined))
    return change({ filter: filter })
  }

  return {
    view,
    isFiltered: computed(() => Object.keys(view.value.filter).length > 0),
    goToPage,
    sortBy: (sort: TokenSort) => change({ sort }),
    showPerPage: (pageSize: number) => change({ pageSize }),
    filterBy,
    clearFilters: () => change({ filter: {} }),
  }
}
