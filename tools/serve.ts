/**
 * Serves a built application: `node tools/serve.ts dist/demo`. The environment variable PORT changes the port.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'

import sirv from 'sirv'

import { assetHeaders, pageHeaders, workerHeaders } from './securityHeaders.ts'

const folder = process.argv[2] ?? 'dist/demo'
const port = Number(process.env.PORT ?? 4173)
const base = (process.env.BASE_PATH ?? '/').replace(/\/$/, '')

const files = sirv(folder, {
  brotli: true,
  gzip: true,
  etag: true,
  setHeaders(response, pathname) {
    const headers = headersOf(pathname)
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
  },
})

const server = createServer((request, response) => {
  if (!request.url?.startsWith(`${base}/`)) return notFound(response)
  request.url = request.url.slice(base.length)
  files(request, response, () => {
    // Every address that a person can go to is the application's; whatever a program asks for is not there.
    if (!isNavigation(request)) return notFound(response)
    request.url = '/'
    files(request, response, () => notFound(response))
  })
})

server.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EADDRINUSE') throw error
  console.error(
    `Port ${port} is in use. Choose another one, for example: PORT=${port + 1} npm start`,
  )
  process.exit(1)
})

server.listen(port, 'localhost', () => {
  console.log(
    `\n  eDesk is ready on http://localhost:${port}${base}/\n  Press Ctrl+C to stop it.\n`,
  )
})

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    server.close(() => process.exit(0))
    server.closeAllConnections()
  })
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
