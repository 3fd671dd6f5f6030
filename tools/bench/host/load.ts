import path from 'node:path'
import { pathToFileURL } from 'node:url'

/** A request of the benchmark. */
export interface Call {
  method: 'GET' | 'POST'
  path: string
  /** Returns the body of a request. */
  body?: () => string
}

export interface LoadResult {
  requestsPerSecond: number
  /** Milliseconds. */
  p50: number
  p99: number
  /** The requests without a response in the 200s. */
  failed: number
}

/** The part of autocannon that the benchmark uses. */
type Autocannon = (options: {
  url: string
  connections: number
  duration: number
  requests: {
    method: string
    path: string
    setupRequest: (request: { headers?: object }) => object
  }[]
}) => Promise<{
  requests: { average: number }
  latency: { p50: number; p99: number }
  non2xx: number
  errors: number
}>

/**
 * Sends calls in turn over many connections for some seconds.
 *
 * @param options.folder where autocannon is installed.
 * @param options.authorizations values of the header `Authorization`, used in turn: each token has a quota.
 */
export async function sendLoad(
  origin: string,
  calls: readonly Call[],
  options: {
    folder: string
    authorizations: readonly string[]
    connections: number
    seconds: number
  },
): Promise<LoadResult> {
  const { folder, authorizations, connections, seconds } = options
  const file = path.join(folder, 'node_modules/autocannon/autocannon.js')
  const { default: autocannon } = (await import(pathToFileURL(file).href)) as {
    default: Autocannon
  }
  let sent = 0
  const result = await autocannon({
    url: origin,
    connections,
    duration: seconds,
    requests: calls.map(({ method, path, body }) => ({
      method,
      path,
      setupRequest(request) {
        const Authorization = authorizations[sent++ % authorizations.length]
        const headers = { ...request.headers, 'Content-Type': 'application/json', Authorization }
        return { ...request, headers, ...(body === undefined ? {} : { body: body() }) }
      },
    })),
  })
  return {
    requestsPerSecond: result.requests.average,
    p50: result.latency.p50,
    p99: result.latency.p99,
    failed: result.non2xx + result.errors,
  }
}
