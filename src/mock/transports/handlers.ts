import { http, type RequestHandler } from 'msw'

import type { Server } from '../server/server.ts'

/** Creates MSW handlers that pass all requests to the two APIs to the server. They work with every MSW interceptor. */
export function handlersFor(server: Server, base = '/'): RequestHandler[] {
  // In Node there is no page and therefore no origin.
  const origin = 'location' in globalThis ? location.origin : '*'
  return ['api/*', 'v1/*', 'v1'].map((path) =>
    http.all(`${origin}${base}${path}`, ({ request, cookies }) => server.handle(request, cookies)),
  )
}
