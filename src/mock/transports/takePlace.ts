const lockOf = (world: string) => `edesk-world-${world}`

let leave: () => void = () => undefined

/**
 * Takes this tab's place in a world, and gives up the one before. It is held by a lock, which the browser takes away with the
 * tab, however that ends.
 *
 * @returns whether another tab is in that world. Where there are no locks (pages without HTTPS, browsers that block the
 * site's storage), nobody ever is.
 */
export async function takePlace(world: string): Promise<{ shared: boolean }> {
  leave()
  if (!('locks' in navigator)) return { shared: false }
  try {
    // One tab after the other looks and takes its place: of two that come at once, one is the first.
    return await navigator.locks.request('edesk-taking-place', async () => {
      const { held = [] } = await navigator.locks.query()
      const shared = held.some(({ name }) => name === lockOf(world))
      await hold(world)
      return { shared }
    })
  } catch (error) {
    // Firefox refuses locks where it blocks storage.
    if (error instanceof DOMException && error.name === 'SecurityError') return { shared: false }
    throw error
  }
}

function hold(world: string): Promise<unknown> {
  const taken = Promise.withResolvers<undefined>()
  const left = Promise.withResolvers<undefined>()
  leave = () => left.resolve(undefined)
  // A page that is kept for Back must not keep its place, nor be kept from being kept by it.
  addEventListener('pagehide', () => left.resolve(undefined), { once: true })
  navigator.locks
    .request(lockOf(world), { mode: 'shared' }, () => {
      taken.resolve(undefined)
      return left.promise
    })
    .catch(taken.reject)
  return taken.promise
}
