import { computed, watch } from 'vue'
import { useRoute, useRouter } from 'vue-router'

/** One page of a list, as the service returns it. */
interface PagedList {
  items: readonly unknown[]
  total: number
  pageSize: number
}

/**
 * Goes to the last page of a list if the URL asks for a page beyond it. Such a page comes from an old link, or from deleting
 * everything on the last page.
 *
 * @param goToPage changes the URL; by default it replaces the `page` parameter.
 * @returns whether the list is of a page beyond the end, so that there is nothing to show yet.
 */
export function useLastPageRedirect(
  list: () => PagedList | undefined,
  goToPage?: (page: number) => Promise<unknown>,
) {
  const route = useRoute()
  const router = useRouter()

  const isBeyondEnd = computed(() => {
    const current = list()
    return current !== undefined && current.items.length === 0 && current.total > 0
  })

  async function replacePage(page: number): Promise<void> {
    await router.replace({ query: { ...route.query, page } })
  }

  watch(
    list,
    async (current) => {
      if (!current || !isBeyondEnd.value) return
      await (goToPage ?? replacePage)(Math.ceil(current.total / current.pageSize))
    },
    { immediate: true },
  )

  return { isBeyondEnd }
}
