import { http, type RequestHandler } from 'msw'

import type { Server } from '../server.ts'

/** Lets MSW hand every request for one of the APIs to the server, whichever way it has intercepted it. */
export function handlersFor(server: Server, base = '/'): RequestHandler[] {
  // In Node there is no page, and so no origin of its own.
  const origin = 'location' in globalThis ? location.origin : '*'
  return ['api/*', 'v1/*', 'v1'].map((path) =>
    http.all(`${origin}${base}${path}`, ({ request, cookies }) => server.handle(request, cookies)),
  )
}
