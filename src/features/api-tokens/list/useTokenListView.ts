import { computed } from 'vue'

import { useRouteView } from '#src/ui/composables/useRouteView.ts'

import type { TokenSort } from '../token/tokenApi.ts'
import {
  tokenListViewQuery,
  type FilterChange,
  type TokenListView,
  parseTokenListView,
} from './tokenListView.ts'

/** The view in the URL, and functions to change it. */
export function useTokenListView() {
  const { view, show } = useRouteView(parseTokenListView, tokenListViewQuery)

  /** Changes the view and goes to its first page. */
  function change(part: Partial<TokenListView>): Promise<void> {
    return show({ ...view.value, page: 1, ...part })
  }

  function goToPage(page: number): Promise<void> {
    const newView = { ...view.value, page }
    return show(newView, { ...tokenListViewQuery(newView), page })
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
