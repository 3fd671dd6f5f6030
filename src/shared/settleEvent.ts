/** The event by which an end-to-end test asks a page to finish refetching its data. */
export const settleEventName = 'edesk-settle'

declare global {
  interface WindowEventMap {
    [settleEventName]: CustomEvent<{ waitUntil: (refetched: Promise<unknown>) => void }>
  }
}
