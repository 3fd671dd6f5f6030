/**
 * Tells every open tab of this browser that something has changed in the service, so that each can ask anew.
 * What has changed is not said: a screen has few queries, and asking for all of them forgets none.
 */
const channel = openChannel()
const listeners = new Set<() => unknown>()

channel?.addEventListener('message', tellListenersSoon)

/** To be called once a change was acknowledged. */
export function announceChange(): void {
  tellListeners()
  announceChangeElsewhere()
}

/** As `announceChange`, but for a change after which this tab has nothing to ask for. */
export function announceChangeElsewhere(): void {
  channel?.postMessage(null)
}

/** Calls `listener` after each change, made in this tab or in another. Gives the function that ends it. */
export function onChange(listener: () => unknown): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/**
 * Waits until this tab has heard of a change that was just made outside of it, and has asked for everything anew.
 */
export async function askedAnew(): Promise<void> {
  const heard = Promise.withResolvers<undefined>()
  const stop = onChange(() => heard.resolve(undefined))
  const late = setTimeout(() => heard.resolve(undefined), 1_000)
  await heard.promise
  clearTimeout(late)
  stop()
  await Promise.all([...listeners].map((listener) => listener()))
}

/** Firefox refuses channels where it blocks the site's storage: tabs then hear of no changes. */
function openChannel(): BroadcastChannel | undefined {
  if (!('BroadcastChannel' in globalThis)) return undefined
  try {
    return new BroadcastChannel('edesk-changes')
  } catch {
    return undefined
  }
}

let soon: ReturnType<typeof setTimeout> | undefined

/** An application that sends a hundred requests is told of a few times, not a hundred times. */
function tellListenersSoon(): void {
  soon ??= setTimeout(() => {
    soon = undefined
    tellListeners()
  }, 250)
}

function tellListeners(): void {
  for (const listener of listeners) listener()
}
