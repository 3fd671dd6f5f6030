import { http, type RequestHandler } from 'msw'

import type { Server } from '../server.ts'

/** Lets MSW hand every request for the API to the server, whichever way it has intercepted it. */
export function handlersFor(server: Server, base = '/'): RequestHandler[] {
  const origin = globalThis.location?.origin ?? '*'
  return [
    http.all(`${origin}${base}api/*`, ({ request, cookies }) => server.handle(request, cookies)),
  ]
}
