let requested = false

/**
 * After going to a route: focus leaves what is gone for the main part at once, and moves to the page's heading as
 * soon as that is there, which may be after its data have come.
 */
export function requestPageFocus(): void {
  requested = true
  document.querySelector<HTMLElement>('main')?.focus({ preventScroll: true })
  const heading = document.querySelector<HTMLElement>('main h1')
  if (heading && takeFocusRequest()) heading.focus()
}

/** For what has gone from a page that stays: the focus that it had goes to the page's heading. */
export function focusPageHeading(): void {
  document.querySelector<HTMLElement>('main h1')?.focus()
}

/** Whether the heading that has just appeared is the one that is waited for. Answers true once for each request. */
export function takeFocusRequest(): boolean {
  const active = document.activeElement
  // Whoever has moved on in the meantime is not pulled back.
  const untouched = active === document.body || active === document.querySelector('main')
  const taken = requested && untouched
  requested = false
  return taken
}
