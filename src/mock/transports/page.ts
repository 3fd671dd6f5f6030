import { FetchInterceptor } from '@mswjs/interceptors/fetch'
import { XMLHttpRequestInterceptor } from '@mswjs/interceptors/XMLHttpRequest'
import { defineNetwork, InterceptorSource } from 'msw/experimental'

import { handlersFor } from './handlers.ts'
import type { StartTransport, Transport } from './transport.ts'

/** The transport in the page itself, with its MSW network. */
export interface PageTransport extends Transport {
  network: ReturnType<typeof createNetwork>
}

/** Brings a page's own requests to the server, without a service worker: MSW intercepts its `fetch` and `XMLHttpRequest`. */
export const startPage: StartTransport<{ base?: string }, PageTransport> = async (
  server,
  { base },
) => {
  const network = createNetwork(handlersFor(server, base))
  await Promise.resolve(network.enable())
  return {
    kind: 'page',
    network,
    async stop() {
      await Promise.resolve(network.disable())
    },
  }
}

function createNetwork(handlers: ReturnType<typeof handlersFor>) {
  // `setupWorker` imports the same two, so they add nothing to what a page loads.
  const interceptors = [new FetchInterceptor(), new XMLHttpRequestInterceptor()]
  return defineNetwork({
    sources: [new InterceptorSource({ interceptors })],
    handlers,
    onUnhandledFrame: 'bypass',
    // Otherwise MSW logs responses to the console, and one of them contains a key.
    context: { quiet: true },
  })
}
