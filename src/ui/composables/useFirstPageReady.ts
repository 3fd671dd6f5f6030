import { useQueryCache } from '@pinia/colada'
import { until } from '@vueuse/core'
import { onMounted, onUnmounted, readonly, ref } from 'vue'
import { useRoute } from 'vue-router'

import { queriesSettled } from '#src/ui/lib/queriesSettled.ts'

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
    await queriesSettled(queries, () => isUnmounted)
    isReady.value = !isUnmounted
  })
  onUnmounted(() => (isUnmounted = true))

  return readonly(isReady)
}
