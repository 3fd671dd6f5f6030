import { existsSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import path from 'node:path'

import sirv from 'sirv'

import { isApiPath } from '../../src/shared/apiPaths.ts'
import { assetHeaders, pageHeaders, realPageHeaders, workerHeaders } from './securityHeaders.ts'

type Headers = Readonly<Record<string, string>>

/** The response to a client that is not a page of the demo. */
const noBackend =
  'Not found: the backend of this demo runs in the browser. For other clients, start a host: npx edesk-api-tokens host\n'

/** Files that configure static hosts such as Netlify. They are not part of the application. */
const hostFiles = /^\/+_(headers|redirects)(\.\w+)*\/*$/i

/**
 * Serves a built application with its headers. Navigations to unknown paths get index.html; all other requests for missing
 * files get 404, and methods that could change something get 405.
 *
 * @param folder the output of `npm run build` or `npm run build:real`.
 * @param base the path under which it is served, without a trailing slash.
 */
export function staticFiles(
  folder: string,
  base = '',
): (request: IncomingMessage, response: ServerResponse) => void {
  const isDemo = existsSync(path.join(folder, 'mockServiceWorker.js'))
  const headersOfPages = isDemo ? pageHeaders : realPageHeaders
  const files = sirv(folder, {
    brotli: true,
    gzip: true,
    etag: true,
    setHeaders(response, pathname) {
      const headers = headersOf(pathname, headersOfPages)
      for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
    },
  })

  function refuse(response: ServerResponse, status: 404 | 405, pathname = ''): void {
    const allow: Headers = status === 405 ? { Allow: 'GET, HEAD' } : {}
    response.writeHead(status, {
      ...headersOfPages,
      ...allow,
      'Content-Type': 'text/plain; charset=utf-8',
    })
    if (status === 405) response.end('Method not allowed\n')
    else response.end(isDemo && isApiPath(pathname) ? noBackend : 'Not found\n')
  }

  return (request, response) => {
    if (!request.url?.startsWith(`${base}/`)) return refuse(response, 404)
    request.url = request.url.slice(base.length)
    const pathname = decodedPath(request.url)
    if (hostFiles.test(pathname)) return refuse(response, 404)
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      return refuse(response, isApiPath(pathname) ? 404 : 405, pathname)
    }
    files(request, response, () => {
      if (!isNavigation(request, pathname)) return refuse(response, 404, pathname)
      request.url = '/'
      files(request, response, () => refuse(response, 404))
    })
  }
}

/** Returns the path of a URL, decoded if its percent-encoding is valid. */
function decodedPath(url: string): string {
  const [pathname = ''] = url.split(/[?#]/)
  try {
    return decodeURIComponent(pathname)
  } catch {
    return pathname
  }
}

function headersOf(pathname: string, headersOfPages: Headers): Headers {
  if (pathname.startsWith('/assets/')) return assetHeaders
  return pathname === '/mockServiceWorker.js' ? workerHeaders : headersOfPages
}

function isNavigation({ headers }: IncomingMessage, pathname: string): boolean {
  if (isApiPath(pathname) || pathname.startsWith('/assets/')) return false
  return (headers.accept ?? '').includes('text/html')
}
