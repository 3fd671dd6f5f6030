import { useQueryCache } from '@pinia/colada'
import { until } from '@vueuse/core'
import { nextTick, onMounted, onUnmounted, readonly, ref } from 'vue'
import { useRoute } from 'vue-router'

/**
 * Whether the first page is there with its own data: what else the shell wants to know can wait until then, so that no page comes
 * later for it.
 */
export function usePageIsThere() {
  const there = ref(false)
  const route = useRoute()
  const queries = useQueryCache()
  let gone = false

  onMounted(async () => {
    await until(() => route.matched.length > 0 && route.name !== 'log-in').toBe(true)
    // A part of a page may ask for more once it is there.
    do await nextTick()
    while (!gone && (await anyHasAnswered()))
    there.value = !gone
  })
  onUnmounted(() => (gone = true))

  async function anyHasAnswered(): Promise<boolean> {
    const calls = queries.getEntries().flatMap(({ pending }) => pending?.refreshCall ?? [])
    await Promise.allSettled(calls)
    return calls.length > 0
  }

  return readonly(there)
}
