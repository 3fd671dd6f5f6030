/**
 * Runs `work` in one tab of this browser at a time; the others wait for their turn. Without locks (no HTTPS, or the browser blocks the
 * site's storage) it does not run.
 *
 * @param name the name of the lock; see `scopedName`.
 * @param signal ends the wait. `work` has to end by itself.
 */
export async function inOneTab(
  name: string,
  signal: AbortSignal,
  work: () => Promise<void>,
): Promise<void> {
  if (!('locks' in navigator)) return
  try {
    await navigator.locks.request(name, { signal }, work)
  } catch (error) {
    // The wait has ended, or Firefox blocks the site's storage.
    if (!(error instanceof DOMException)) throw error
  }
}
