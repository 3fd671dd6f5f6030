import { tryOnScopeDispose, useEventListener } from '@vueuse/core'
import { type Ref, watchEffect } from 'vue'

import { shrinkViewport } from './shrinkViewport.ts'

/** The width of the panel at the side, in pixels. The same as in demo.css. */
const panelWidth = 360

/**
 * Docks the panel while it is open: at the side of a wide window, or at the bottom of a narrow one. The panel never covers
 * the page.
 */
export function useDockedPanel(open: Readonly<Ref<boolean>>): void {
  const wide = matchMedia('(min-width: 1000px)')
  const { dataset } = document.documentElement
  let restoreWidth = () => {}

  function update(): void {
    restoreWidth()
    restoreWidth = () => {}
    if (!open.value) delete dataset.demoPanel
    else if (wide.matches) {
      dataset.demoPanel = 'side'
      restoreWidth = shrinkViewport(panelWidth)
    } else dataset.demoPanel = 'bottom'
  }

  useEventListener(wide, 'change', update)
  watchEffect(update)
  tryOnScopeDispose(() => {
    restoreWidth()
    delete dataset.demoPanel
  })
}
