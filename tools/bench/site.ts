import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { brotliCompressSync } from 'node:zlib'

import sirv from 'sirv'

import { assetHeaders, pageHeaders, workerHeaders } from '../serve/securityHeaders.ts'

/** What was sent over the network, including response headers. */
export interface Traffic {
  requests: number
  bytes: number
  scripts: number
  styles: number
}

export interface Site {
  origin: string
  /** Returns the traffic since the last call. */
  takeTraffic(): Traffic
  close(): void
}

const unansweredWarning =
  'This request distorts the results, because tools/bench/stubResponses.ts does not handle it:'

/** Returns the response body for a path of the API; undefined for 404. */
export type Answers = (pathname: string) => unknown

/**
 * Serves a build as tools/serve/serve.ts does, on a free port, and counts what it sends.
 *
 * @param hasPolicy whether to send the Content-Security-Policy. The floor does not run with it: the policy blocks Vuetify, Vue and
 * MSW in their default setup. All sites send the other headers: some cost time, such as Cross-Origin-Opener-Policy, for which the
 * browser starts a new process.
 * @param answers replaces a real backend.
 */
export async function serve(
  folder: string,
  { hasPolicy, answers }: { hasPolicy: boolean; answers?: Answers },
): Promise<Site> {
  let traffic = nothing()
  const files = sirv(folder, {
    brotli: true,
    gzip: true,
    etag: true,
    setHeaders(response, pathname) {
      for (const [name, value] of Object.entries(headersOf(pathname))) {
        if (hasPolicy || name !== 'Content-Security-Policy') response.setHeader(name, value)
      }
    },
  })
  const server = createServer((request, response) => {
    count(request, response)
    const pathname = new URL(request.url ?? '/', 'http://localhost').pathname
    if (pathname.startsWith('/api/')) {
      const answer = answers?.(pathname)
      if (answer === undefined) console.warn(`  ${unansweredWarning} ${request.method} ${pathname}`)
      return sendAnswer(response, answer)
    }
    files(request, response, () => {
      if (!request.headers.accept?.includes('text/html')) return sendAnswer(response, undefined)
      request.url = '/'
      files(request, response, () => sendAnswer(response, undefined))
    })
  })

  function count({ socket }: IncomingMessage, response: ServerResponse): void {
    const before = socket.bytesWritten
    response.once('finish', () => {
      const bytes = socket.bytesWritten - before
      const type = String(response.getHeader('content-type') ?? '')
      traffic.requests += 1
      traffic.bytes += bytes
      if (type.includes('javascript')) traffic.scripts += bytes
      if (type.includes('css')) traffic.styles += bytes
    })
  }

  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve))
  const { port } = server.address() as AddressInfo
  return {
    origin: `http://localhost:${port}`,
    takeTraffic() {
      const taken = traffic
      traffic = nothing()
      return taken
    },
    close() {
      server.close()
      server.closeAllConnections()
    },
  }
}

function nothing(): Traffic {
  return { requests: 0, bytes: 0, scripts: 0, styles: 0 }
}

function sendAnswer(response: ServerResponse, body: unknown): void {
  response.writeHead(body === undefined ? 404 : 200, {
    'Content-Type': 'application/json',
    'Content-Encoding': 'br',
    'Cache-Control': 'no-store',
  })
  response.end(brotliCompressSync(JSON.stringify(body ?? {})))
}

function headersOf(pathname: string): Record<string, string> {
  if (pathname.startsWith('/assets/')) return assetHeaders
  return pathname === '/mockServiceWorker.js' ? workerHeaders : pageHeaders
}
