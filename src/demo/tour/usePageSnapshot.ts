import { tryOnScopeDispose, useEventListener, useMutationObserver } from '@vueuse/core'
import { type Ref, shallowRef, watch } from 'vue'
import type { Router } from 'vue-router'

import { type PageSnapshot, takeSnapshot } from './pageSnapshot.ts'
import type { TourState } from './tourState.ts'

/** Events that change the snapshot without a DOM mutation, such as input and focus changes. */
const events = ['input', 'change', 'focusin', 'focusout', 'click', 'animationend'] as const
const attributes = ['aria-invalid', 'aria-label', 'href', 'open', 'role', 'style']

/**
 * Keeps a snapshot of the page. Updates it at most once per animation frame, when something may have changed.
 *
 * @param state the tour state; the snapshot depends on its token.
 * @returns the snapshot, and `update`, which takes a new one at once.
 */
export function usePageSnapshot(
  router: Router,
  state: Readonly<Ref<TourState>>,
): { page: Readonly<Ref<PageSnapshot>>; update: () => PageSnapshot } {
  const update = () => takeSnapshot(router.currentRoute.value, state.value)
  const page = shallowRef(update())
  let frame: number | undefined

  function scheduleUpdate(): void {
    frame ??= requestAnimationFrame(() => {
      frame = undefined
      page.value = update()
    })
  }

  function onMutations(mutations: MutationRecord[]): void {
    if (!mutations.every(({ target }) => isInsideTour(target))) scheduleUpdate()
  }

  useMutationObserver(document.body, onMutations, {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
    attributeFilter: attributes,
  })
  for (const event of events) useEventListener(document, event, scheduleUpdate, { capture: true })
  useEventListener(window, 'resize', scheduleUpdate)
  watch([router.currentRoute, state], scheduleUpdate)
  tryOnScopeDispose(() => frame !== undefined && cancelAnimationFrame(frame))
  return { page, update }
}

function isInsideTour(node: Node): boolean {
  const element = node instanceof Element ? node : node.parentElement
  return !!element?.closest('[data-tour]')
}
