import { tryOnScopeDispose, useEventListener } from '@vueuse/core'
import { type Ref, watchEffect } from 'vue'

import { narrowPage } from './narrowPage.ts'

/** How wide the panel is at the side, in pixels; as in demo.css. */
const panelWidth = 360

/**
 * Makes room for the panel while it is open: at the side of a wide window, else at its lower edge. What the page holds is
 * never behind it.
 */
export function useDock(open: Readonly<Ref<boolean>>): void {
  const wide = matchMedia('(min-width: 1000px)')
  const { dataset } = document.documentElement
  let widen = () => {}

  function dock(): void {
    widen()
    widen = () => {}
    if (!open.value) delete dataset.demoPanel
    else if (wide.matches) {
      dataset.demoPanel = 'side'
      widen = narrowPage(panelWidth)
    } else dataset.demoPanel = 'bottom'
  }

  useEventListener(wide, 'change', dock)
  watchEffect(dock)
  tryOnScopeDispose(() => {
    widen()
    delete dataset.demoPanel
  })
}
