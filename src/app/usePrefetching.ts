import { useEventListener, useTimeoutFn } from '@vueuse/core'
import { ref, watch } from 'vue'

import { useFirstPageReady } from '#src/ui/composables/useFirstPageReady.ts'
import { startPrefetching } from '#src/ui/lib/prefetch.ts'

/** The files load at the latest this long after the first page, so that a first touch finds them. */
const idleMs = 3_000

const firstSigns: (keyof WindowEventMap)[] = ['pointermove', 'pointerdown', 'keydown', 'scroll']

/** Loads the files of menus and dialogs when the first page is complete and somebody starts to use it, or after a pause. */
export function usePrefetching(): void {
  const isReady = useFirstPageReady()
  const isUsed = ref(false)
  const pause = useTimeoutFn(startPrefetching, idleMs, { immediate: false })

  useEventListener(window, firstSigns, () => (isUsed.value = true), { once: true, passive: true })
  watch([isReady, isUsed], () => {
    if (!isReady.value) return
    if (isUsed.value) startPrefetching()
    else pause.start()
  })
}
