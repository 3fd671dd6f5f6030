import { nameInFolder } from '#src/shared/folderName.ts'
import { openChannel } from '#src/shared/openChannel.ts'

import { basePath } from './basePath.ts'

/**
 * Notifies all open tabs of the application that data in the service have changed, so that they refetch their data. The message does
 * not say what has changed: a page has few queries, and refetching all of them cannot miss one.
 */
const channel = openChannel(nameInFolder('edesk-changes', basePath()))
const listeners = new Set<() => unknown>()

channel?.addEventListener('message', notifyListenersThrottled)

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

/** Waits until this tab has been notified of a change made outside of it (one second at most), and has refetched its data. */
export async function whenRefetched(): Promise<void> {
  const notified = Promise.withResolvers<undefined>()
  const stop = onChange(() => notified.resolve(undefined))
  const timeout = setTimeout(() => notified.resolve(undefined), 1_000)
  await notified.promise
  clearTimeout(timeout)
  stop()
  await Promise.all([...listeners].map((listener) => listener()))
}

let pendingNotification: ReturnType<typeof setTimeout> | undefined

/** Throttles notifications from other tabs: an application that sends a hundred requests causes only a few refetches. */
function notifyListenersThrottled(): void {
  pendingNotification ??= setTimeout(() => {
    pendingNotification = undefined
    notifyListeners()
  }, 250)
}

function notifyListeners(): void {
  for (const listener of listeners) listener()
}
