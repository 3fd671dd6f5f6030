/** How long the page may keep the demo's parts waiting, in milliseconds. */
const patience = 1_000

/** Waits until the page has nothing else to do: it goes first. */
export function pageIsIdle(): Promise<void> {
  return new Promise((resolve) => {
    if ('requestIdleCallback' in globalThis) {
      requestIdleCallback(() => resolve(), { timeout: patience })
    } else setTimeout(resolve, patience)
  })
}
