import { scopedName } from '#src/shared/scopedName.ts'

const lockName = (world: string, base: string) => scopedName(`edesk-world-${world}`, base)

/** How long to wait while another tab joins a world. */
const timeoutMs = 2_000

let leaveWorld: () => void = () => undefined

/**
 * Joins a world and leaves the previous one. The tab holds a shared lock on its world; the browser releases the lock when the tab
 * closes or crashes.
 *
 * @param base the base path of the application: the demo at another base path has its own worlds.
 * @returns whether another tab is in the world. Always false without locks (no HTTPS, or the browser blocks the site's storage).
 * True if this tab cannot find out in time.
 */
export async function joinWorld(world: string, base: string): Promise<{ shared: boolean }> {
  leaveWorld()
  if (!('locks' in navigator)) return { shared: false }
  // WebKit also grants locks to pages in the back/forward cache, where they would never be released. So the page releases its
  // lock and cancels its pending requests on `pagehide`.
  const pageHidden = new AbortController()
  addEventListener('pagehide', () => pageHidden.abort(), { once: true })
  try {
    // Only one tab at a time checks and joins: if two tabs open at once, one of them is first.
    const signal = AbortSignal.any([pageHidden.signal, AbortSignal.timeout(timeoutMs)])
    return await navigator.locks.request(scopedName('edesk-joining-world', base), { signal }, () =>
      unlessHidden(pageHidden.signal, () => queryAndHold(lockName(world, base), pageHidden.signal)),
    )
  } catch (error) {
    if (!(error instanceof DOMException)) throw error
    // Firefox throws if it blocks the site's storage.
    if (error.name === 'SecurityError') return { shared: false }
    if (error.name === 'TimeoutError') await holdLock(lockName(world, base), pageHidden.signal)
    else if (error.name !== 'AbortError') throw error
    return { shared: true }
  }
}

async function queryAndHold(lock: string, pageHidden: AbortSignal): Promise<{ shared: boolean }> {
  const { held = [] } = await navigator.locks.query()
  const shared = held.some(({ name }) => name === lock)
  await holdLock(lock, pageHidden)
  return { shared }
}

/** Holds a world's lock until the tab joins another world or the page is hidden. */
function holdLock(lock: string, pageHidden: AbortSignal): Promise<unknown> {
  const acquired = Promise.withResolvers<undefined>()
  const released = Promise.withResolvers<undefined>()
  leaveWorld = () => released.resolve(undefined)
  navigator.locks
    .request(lock, { mode: 'shared', signal: pageHidden }, () => {
      acquired.resolve(undefined)
      return unlessHidden(pageHidden, () => released.promise)
    })
    .catch(acquired.reject)
  return acquired.promise
}

/** @throws DOMException `AbortError` as soon as the page is hidden. */
async function unlessHidden<Result>(
  pageHidden: AbortSignal,
  work: () => Promise<Result>,
): Promise<Result> {
  const aborted = Promise.withResolvers<never>()
  pageHidden.addEventListener('abort', () => aborted.reject(pageHidden.reason), { once: true })
  return Promise.race([work(), aborted.promise])
}
