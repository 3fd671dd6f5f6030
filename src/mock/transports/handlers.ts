import { http, type RequestHandler } from 'msw'

import { isApiPath } from '#src/shared/apiPaths.ts'

import type { Server } from '../server/server.ts'

/** Creates MSW handlers that pass all requests to the two APIs to the server. They work with every MSW interceptor. */
export function handlersFor(server: Server, base = '/'): RequestHandler[] {
  // In Node there is no page and therefore no origin.
  const pageOrigin = 'location' in globalThis ? location.origin : undefined
  const isForApi = ({ request }: { request: Request }) => {
    const { origin, pathname } = new URL(request.url)
    if (pageOrigin !== undefined && origin !== pageOrigin) return false
    return pathname.startsWith(base) && isApiPath(pathname.slice(base.length - 1))
  }
  return [http.all(isForApi, ({ request, cookies }) => server.handle(request, { cookies }))]
}
