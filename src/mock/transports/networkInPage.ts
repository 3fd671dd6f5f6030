import { FetchInterceptor } from '@mswjs/interceptors/fetch'
import type { RequestHandler } from 'msw'
import { defineNetwork, InterceptorSource } from 'msw/experimental'

/** MSW's network without a worker: the page's own `fetch` is answered by the handlers. */
export function networkInPage(handlers: RequestHandler[]) {
  return defineNetwork({
    sources: [new InterceptorSource({ interceptors: [new FetchInterceptor()] })],
    handlers,
    onUnhandledFrame: 'bypass',
    // MSW would write answers to the console, and one of them holds a key.
    context: { quiet: true },
  })
}
