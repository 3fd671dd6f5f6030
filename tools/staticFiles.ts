import type { IncomingMessage, ServerResponse } from 'node:http'

import sirv from 'sirv'

import { assetHeaders, pageHeaders, workerHeaders } from './securityHeaders.ts'

/**
 * Serves a built application with the headers that it needs. Every address that a person can go to is the application's;
 * whatever a program asks for and is not there is 404.
 *
 * @param folder what `npm run build` has made.
 * @param base the path that it is served under, without a slash at its end.
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
