import { computed, shallowRef } from 'vue'
import { type LocationQuery, type LocationQueryRaw, useRoute, useRouter } from 'vue-router'

/**
 * A view that is in the URL, and a function that changes it.
 *
 * @param parse reads the view from a URL query.
 * @param toQuery returns the URL query of a view.
 */
export function useRouteView<View extends object>(
  parse: (query: LocationQuery) => View,
  toQuery: (view: View) => LocationQueryRaw,
) {
  const route = useRoute()
  const router = useRouter()
  /** The view that the router is navigating to. With it, two quick changes are both kept. */
  const next = shallowRef<View>()
  const view = computed(() => next.value ?? parse(route.query))

  async function show(newView: View, query = toQuery(newView)): Promise<void> {
    next.value = newView
    await router.replace({ query })
    if (next.value === newView) next.value = undefined
  }

  return { view, show }
}
