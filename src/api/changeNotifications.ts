import { openChangesChannel } from '#src/shared/openChannel.ts'

import { basePath } from './basePath.ts'

/**
 * Notifies all open tabs of the application that data in the service have changed, so that they refetch their data. The message does
 * not say what has changed: a page has few queries, and refetching all of them cannot miss one.
 */
const channel = openChangesChannel(basePath())
const listeners = new Set<() => unknown>()

/** The message for a change that the service itself has announced. A hidden tab fetches its data when it is shown again. */
const announcedByService = 'service'

channel?.addEventListener('message', ({ data }) => {
  if (data === null || (data === announcedByService && !document.hidden)) notifyListenersThrottled()
})

/** Notifies this tab and the others of a change. Call it after the service has confirmed the change. */
export function announceChange(): void {
  notifyListeners()
  announceChangeElsewhere()
}

/** Notifies only the other tabs, for a change after which this tab does not need to refetch. */
export function announceChangeElsewhere(): void {
  channel?.postMessage(null)
}

/** Notifies this tab and the other visible ones of a change that the service has announced. */
export function passOnChange(): void {
  channel?.postMessage(announcedByService)
  notifyListenersThrottled()
}

/** Calls `listener` after each change in this tab or another. Returns a function that removes the listener. */
export function onChange(listener: () => unknown): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The work of all listeners after the last change. */
let lastRefetch: Promise<unknown> = Promise.resolve()

/**
 * Refetches the data of this tab after a change that was made outside of it, such as a reset of the demo, and waits for them. The
 * notification of such a change is throttled.
 */
export async function refetch(): Promise<void> {
  notifyListeners()
  await lastRefetch
}

/** Refetches the data at once if a notification waits, and waits for the last refetch. */
export async function finishRefetching(): Promise<void> {
  if (pendingNotification) notifyListeners()
  await lastRefetch
}

let pendingNotification: ReturnType<typeof setTimeout> | undefined

/** Throttles notifications from other tabs and from the service: an application that sends a hundred requests causes only a few refetches. */
function notifyListenersThrottled(): void {
  pendingNotification ??= setTimeout(notifyListeners, 250)
}

function notifyListeners(): void {
  clearTimeout(pendingNotification)
  pendingNotification = undefined
  lastRefetch = Promise.all([...listeners].map((listener) => listener()))
}
