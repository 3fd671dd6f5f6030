import { tryOnScopeDispose, useEventListener, useMutationObserver } from '@vueuse/core'
import { type Ref, shallowRef, watch } from 'vue'
import type { Router } from 'vue-router'

import { type Page, readPage } from './page.ts'
import type { TourState } from './tourState.ts'

/** What makes a difference to a page besides its elements: what is typed, chosen and focused. */
const events = ['input', 'change', 'focusin', 'focusout', 'click', 'animationend'] as const
const attributes = ['aria-invalid', 'aria-label', 'href', 'open', 'role', 'style']

/**
 * The page as the tour sees it, looked at anew at most once a frame when something may have changed.
 *
 * @param state how far the tour is: what it sees depends on its token.
 * @returns `look` looks at once.
 */
export function useLook(
  router: Router,
  state: Readonly<Ref<TourState>>,
): { page: Readonly<Ref<Page>>; look: () => Page } {
  const look = () => readPage(router.currentRoute.value, state.value)
  const page = shallowRef(look())
  let frame: number | undefined

  function lookSoon(): void {
    frame ??= requestAnimationFrame(() => {
      frame = undefined
      page.value = look()
    })
  }

  function noteMutations(mutations: MutationRecord[]): void {
    if (!mutations.every(({ target }) => isOfTour(target))) lookSoon()
  }

  useMutationObserver(document.body, noteMutations, {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
    attributeFilter: attributes,
  })
  for (const event of events) useEventListener(document, event, lookSoon, { capture: true })
  useEventListener(window, 'resize', lookSoon)
  watch([router.currentRoute, state], lookSoon)
  tryOnScopeDispose(() => frame !== undefined && cancelAnimationFrame(frame))
  return { page, look }
}

function isOfTour(node: Node): boolean {
  const element = node instanceof Element ? node : node.parentElement
  return !!element?.closest('[data-tour]')
}
