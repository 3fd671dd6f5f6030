const lockOf = (world: string) => `edesk-world-${world}`

/** How long another tab may keep this one from taking its place, in milliseconds. */
const patience = 2_000

let leave: () => void = () => undefined

/**
 * Takes this tab's place in a world, and gives up the one before. It is held by a lock, which the browser takes away with the
 * tab, however that ends.
 *
 * @returns whether another tab is in that world. Where there are no locks (pages without HTTPS, browsers that block the
 * site's storage), nobody ever is. Where another tab does not let this one look, somebody is.
 */
export async function takePlace(world: string): Promise<{ shared: boolean }> {
  leave()
  if (!('locks' in navigator)) return { shared: false }
  // WebKit also gives locks to pages in the back/forward cache, where nobody can take them away: a page that is left gives up
  // what it has and what it waits for.
  const leaving = new AbortController()
  addEventListener('pagehide', () => leaving.abort(), { once: true })
  try {
    // One tab after the other looks and takes its place: of two that come at once, one is the first.
    const signal = AbortSignal.any([leaving.signal, AbortSignal.timeout(patience)])
    return await navigator.locks.request('edesk-taking-place', { signal }, () =>
      unlessLeft(leaving.signal, () => lookAndHold(world, leaving.signal)),
    )
  } catch (error) {
    if (!(error instanceof DOMException)) throw error
    // Firefox refuses locks where it blocks storage.
    if (error.name === 'SecurityError') return { shared: false }
    if (error.name === 'TimeoutError') await hold(world, leaving.signal)
    else if (error.name !== 'AbortError') throw error
    return { shared: true }
  }
}

async function lookAndHold(world: string, leaving: AbortSignal): Promise<{ shared: boolean }> {
  const { held = [] } = await navigator.locks.query()
  const shared = held.some(({ name }) => name === lockOf(world))
  await hold(world, leaving)
  return { shared }
}

/** Holds the lock of a world until the tab goes to another one, or the page is left. */
function hold(world: string, leaving: AbortSignal): Promise<unknown> {
  const taken = Promise.withResolvers<undefined>()
  const over = Promise.withResolvers<undefined>()
  leave = () => over.resolve(undefined)
  navigator.locks
    .request(lockOf(world), { mode: 'shared', signal: leaving }, () => {
      taken.resolve(undefined)
      return unlessLeft(leaving, () => over.promise)
    })
    .catch(taken.reject)
  return taken.promise
}

/** @throws DOMException `AbortError` as soon as the page is left. */
async function unlessLeft<Result>(
  leaving: AbortSignal,
  work: () => Promise<Result>,
): Promise<Result> {
  const left = Promise.withResolvers<never>()
  leaving.addEventListener('abort', () => left.reject(leaving.reason), { once: true })
  return Promise.race([work(), left.promise])
}
