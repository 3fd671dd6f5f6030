/** The demo's UI loads after this time, even if the page is still busy. */
const timeoutMs = 1_000

/** Resolves when the browser is idle, so that the page loads before the demo's UI. */
export function whenIdle(): Promise<void> {
  return new Promise((resolve) => {
    if ('requestIdleCallback' in globalThis) {
      requestIdleCallback(() => resolve(), { timeout: timeoutMs })
    } else setTimeout(resolve, timeoutMs)
  })
}
