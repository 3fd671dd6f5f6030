import { createServer, type Server } from 'node:http'

import {
  hostNameOf,
  isSafeHostName,
  parseHostName,
  requestUrlOf,
} from '#src/mock/transports/requestUrl.ts'

import type { HostMetrics } from './hostMetrics.ts'

/**
 * Creates a server for `/metrics`. It accepts the same host names as the host, so that pages of other sites cannot read it.
 *
 * @param hostNames names besides `localhost`, `*.localhost` and IP addresses.
 * @throws Error if a host name is not valid.
 */
export function createMetricsServer(
  metrics: Pick<HostMetrics, 'contentType' | 'text'>,
  hostNames: readonly string[],
): Server {
  const acceptedNames = new Set(hostNames.map(parseHostName))
  const refusals = {
    400: 'The Host header is not valid\n',
    404: 'Not found: the metrics are at /metrics\n',
    405: 'Method not allowed\n',
    421: 'The host name is not accepted. To accept it, start the host with --allow-host\n',
    500: 'The metrics cannot be read\n',
  }
  return createServer({ requestTimeout: 10_000, headersTimeout: 10_000 }, (request, response) => {
    const url = requestUrlOf(request)
    const name = url && hostNameOf(url)
    response.setHeader('Cache-Control', 'no-store')
    response.setHeader('X-Content-Type-Options', 'nosniff')
    response.setHeader('Cross-Origin-Resource-Policy', 'same-origin')
    const refuse = (status: keyof typeof refusals) => {
      response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' })
      response.end(refusals[status])
    }
    if (name === undefined) return refuse(400)
    if (!isSafeHostName(name) && !acceptedNames.has(name)) return refuse(421)
    if (url?.pathname !== '/metrics') return refuse(404)
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.setHeader('Allow', 'GET, HEAD')
      return refuse(405)
    }
    metrics.text().then(
      (text) => response.writeHead(200, { 'Content-Type': metrics.contentType }).end(text),
      () => refuse(500),
    )
  })
}
