import { FetchInterceptor } from '@mswjs/interceptors/fetch'
import type { RequestHandler } from 'msw'
import { defineNetwork, InterceptorSource } from 'msw/experimental'

/** Creates an MSW network without a service worker: the handlers intercept the page's own `fetch`. */
export function createPageNetwork(handlers: RequestHandler[]) {
  return defineNetwork({
    sources: [new InterceptorSource({ interceptors: [new FetchInterceptor()] })],
    handlers,
    onUnhandledFrame: 'bypass',
    // Otherwise MSW logs responses to the console, and one of them contains a key.
    context: { quiet: true },
  })
}
