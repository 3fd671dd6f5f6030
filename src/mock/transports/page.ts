import { FetchInterceptor } from '@mswjs/interceptors/fetch'
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
  // A file of its own: pages with a service worker do not load it.
  const { XMLHttpRequestInterceptor } = await import('@mswjs/interceptors/XMLHttpRequest')
  const interceptors = [new FetchInterceptor(), new XMLHttpRequestInterceptor()]
  const network = createNetwork(interceptors, handlersFor(server, base))
  await Promise.resolve(network.enable())
  return {
    kind: 'page',
    network,
    async stop() {
      await Promise.resolve(network.disable())
    },
  }
}

function createNetwork(
  interceptors: ConstructorParameters<typeof InterceptorSource>[0]['interceptors'],
  handlers: ReturnType<typeof handlersFor>,
) {
  return defineNetwork({
    sources: [new InterceptorSource({ interceptors })],
    handlers,
    onUnhandledFrame: 'bypass',
    // Otherwise MSW logs responses to the console, and one of them contains a key.
    context: { quiet: true },
  })
}
