import type { Server } from '../server/server.ts'

/** A running transport: it brings requests to a server, until it is stopped. */
export interface Transport {
  readonly kind: 'worker' | 'page' | 'node'
  /** Requests that arrive later do not reach the server. */
  readonly stop: () => Promise<void>
}

/**
 * Starts a transport. The promise resolves when requests reach the server. Each returns a `Transport`, with the additions in the
 * last column:
 *
 * | function                  | requests come from             | needs           | also returns           |
 * | ------------------------- | ------------------------------ | --------------- | ---------------------- |
 * | `startWorker` (worker.ts) | a page, through MSW's worker   | service workers | nothing                |
 * | `startPage` (page.ts)     | the page's own scripts         | nothing         | `network`, to override |
 * | `startNode` (node.ts)     | the process's own requests     | Node            | `network`, to override |
 *
 * A fourth transport, `createHost` (host.ts), returns an HTTP server of Node, which brings requests from sockets.
 */
export type StartTransport<Options, Started extends Transport = Transport> = (
  server: Server,
  options: Options,
) => Promise<Started>
