import { useEventListener, useTimeoutFn } from '@vueuse/core'
import { ref, watch } from 'vue'

import { useFirstPageReady } from '#src/ui/composables/useFirstPageReady.ts'
import { startLoadingAhead } from '#src/ui/lib/loadAhead.ts'

/** The files load at the latest this long after the first page, so that a first touch finds them. */
const idleMs = 3_000

const firstSigns: (keyof WindowEventMap)[] = ['pointermove', 'pointerdown', 'keydown', 'scroll']

/** Loads the files of menus and dialogs when the first page is complete and somebody starts to use it, or after a pause. */
export function useLoadingAhead(): void {
  const isReady = useFirstPageReady()
  const isUsed = ref(false)
  const pause = useTimeoutFn(startLoadingAhead, idleMs, { immediate: false })

  useEventListener(window, firstSigns, () => (isUsed.value = true), { once: true, passive: true })
  watch([isReady, isUsed], () => {
    if (!isReady.value) return
    if (isUsed.value) startLoadingAhead()
    else pause.start()
  })
}
