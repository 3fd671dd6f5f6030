import type { PiniaColadaPlugin } from '@pinia/colada'

/**
 * Sends the request of a query again if it has been aborted. Pinia Colada aborts the first request of a query when its page closes.
 * If the next page uses the same query, it would wait for the aborted request, and show nothing.
 */
export const resendAborted: PiniaColadaPlugin = ({ queryCache }) => {
  queryCache.$onAction(({ name, args }) => {
    if (name !== 'refresh') return
    const [entry] = args
    if (entry.pending?.abortController.signal.aborted) queryCache.cancel(entry)
  })
}
