import { useThrottleFn } from '@vueuse/core'

import { openChangesChannel } from '#src/shared/openChannel.ts'

import { basePath } from './basePath.ts'

/**
 * Notifies all open tabs of the application that data in the service have changed, so that they refetch their data. The message does
 * not say what has changed: a page has few queries, and refetching all of them cannot miss one.
 */
const channel = openChangesChannel(basePath())
const listeners = new Set<() => unknown>()

/** Notifies this tab and the others of a change. Call it after the service has confirmed the change. */
export function announceChange(): void {
  notifyListeners()
  announceChangeElsewhere()
}

/** Notifies only the other tabs, for a change after which this tab does not need to refetch. */
export function announceChangeElsewhere(): void {
  channel?.postMessage(null)
}

/** Calls `listener` after each change in this tab or another. Returns a function that removes the listener. */
export function onChange(listener: () => unknown): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The work of all listeners after the last change. */
let lastRefetch: Promise<unknown> = Promise.resolve()

/**
 * Makes a change outside of this application, such as a reset of the demo, and waits until this tab has been notified of it and its
 * listeners have refetched their data. If no notification comes within a second after the change, for example because the browser
 * has no channels, this tab refetches by itself.
 *
 * @returns the result of the change. Rejects if the change does.
 */
export async function changeAndRefetch<Result>(change: () => Promise<Result>): Promise<Result> {
  const notified = Promise.withResolvers<undefined>()
  const stop = onChange(() => notified.resolve(undefined))
  try {
    const result = await change()
    const timeout = setTimeout(notifyListeners, 1_000)
    await notified.promise
    clearTimeout(timeout)
    await lastRefetch
    return result
  } finally {
    stop()
  }
}

/**
 * Throttles notifications from other tabs: an application that sends a hundred requests causes only a few refetches. The first
 * change is shown at once, the ones within the next 250 ms together after that time.
 */
const notifyListenersThrottled = useThrottleFn(notifyListeners, 250, true)

channel?.addEventListener('message', () => void notifyListenersThrottled())

function notifyListeners(): void {
  lastRefetch = Promise.all([...listeners].map((listener) => listener()))
}
