let requested = false

/**
 * Moves focus to the new page after a navigation: first to the `main` element, then to the page's heading as soon as it
 * renders, which may be after its data have loaded. The heading (`PageHeading.vue`) also sets the document's title.
 */
export function requestPageFocus(): void {
  requested = true
  document.querySelector<HTMLElement>('main')?.focus({ preventScroll: true })
  const heading = document.querySelector<HTMLElement>('main h1')
  if (heading && consumeFocusRequest()) heading.focus()
}

/** Moves focus to the page's heading. Use it when the focused element disappears while the page stays. */
export function focusPageHeading(): void {
  document.querySelector<HTMLElement>('main h1')?.focus()
}

/** Whether the heading that just rendered should take focus. Returns true once for each request. */
export function consumeFocusRequest(): boolean {
  const active = document.activeElement
  // Do not pull focus back if the user moved it in the meantime.
  const untouched = active === document.body || active === document.querySelector('main')
  const shouldFocus = requested && untouched
  requested = false
  return shouldFocus
}
