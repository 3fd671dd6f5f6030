import { useQueryCache } from '@pinia/colada'
import { until } from '@vueuse/core'
import { nextTick, onMounted, onUnmounted, readonly, ref } from 'vue'
import { useRoute } from 'vue-router'

/**
 * Returns a ref that becomes true when the first page has loaded its data. The shell delays its own requests until then, so
 * that they do not slow the page down.
 */
export function useFirstPageReady() {
  const isReady = ref(false)
  const route = useRoute()
  const queries = useQueryCache()
  let isUnmounted = false

  onMounted(async () => {
    await until(() => route.matched.length > 0 && route.name !== 'log-in').toBe(true)
    // A part of the page may start more queries once it renders.
    do await nextTick()
    while (!isUnmounted && (await pendingQueriesSettled()))
    isReady.value = !isUnmounted
  })
  onUnmounted(() => (isUnmounted = true))

  async function pendingQueriesSettled(): Promise<boolean> {
    const calls = queries.getEntries().flatMap(({ pending }) => pending?.refreshCall ?? [])
    await Promise.allSettled(calls)
    return calls.length > 0
  }

  return readonly(isReady)
}
