import type { IncomingMessage, ServerResponse } from 'node:http'

import sirv from 'sirv'

import { assetHeaders, pageHeaders, workerHeaders } from './securityHeaders.ts'

/**
 * Serves a built application with its headers. Navigations to unknown paths get index.html; all other requests for missing
 * files get 404.
 *
 * @param folder the output of `npm run build`.
 * @param base the path under which it is served, without a trailing slash.
 */
export function staticFiles(
  folder: string,
  base = '',
): (request: IncomingMessage, response: ServerResponse) => void {
  const files = sirv(folder, {
    brotli: true,
    gzip: true,
    etag: true,
    setHeaders(response, pathname) {
      const headers = headersOf(pathname)
      for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
    },
  })
  return (request, response) => {
    if (!request.url?.startsWith(`${base}/`)) return notFound(response)
    request.url = request.url.slice(base.length)
    files(request, response, () => {
      if (!isNavigation(request)) return notFound(response)
      request.url = '/'
      files(request, response, () => notFound(response))
    })
  }
}

function headersOf(pathname: string): Record<string, string> {
  if (pathname.startsWith('/assets/')) return assetHeaders
  return pathname === '/mockServiceWorker.js' ? workerHeaders : pageHeaders
}

function isNavigation({ method, url = '', headers }: IncomingMessage): boolean {
  if (method !== 'GET' && method !== 'HEAD') return false
  return !/^\/(api|v1|assets)\//.test(url) && (headers.accept ?? '').includes('text/html')
}

function notFound(response: ServerResponse): void {
  response.writeHead(404, { ...pageHeaders, 'Content-Type': 'text/plain; charset=utf-8' })
  response.end('Not found\n')
}
