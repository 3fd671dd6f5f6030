import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'

import { isBadPort } from '#src/mock/transports/badPorts.ts'
import { listenOnLoopback } from '#src/mock/transports/loopback.ts'

/** Where a program listens. */
export interface Listening {
  port: number
  /** The command that starts the program on another port, for error messages. */
  commandWithPort: (port: number) => string
}

/**
 * Runs a server until the process receives SIGINT, SIGTERM or SIGHUP, then waits for open requests and exits. If the server cannot
 * listen, prints what to do and exits with code 1.
 *
 * @param host the address to listen on; by default both loopback addresses.
 * @param shutdownTimeoutMs how long open requests may take after the signal, in milliseconds.
 * @param onReady receives the port. If `port` is 0, the system chooses it.
 * @param onStop runs after the last request.
 */
export function runServer(
  server: Server,
  {
    port,
    host,
    commandWithPort,
    shutdownTimeoutMs = 5_000,
    onReady,
    onStop = () => undefined,
  }: Listening & {
    host?: string | undefined
    shutdownTimeoutMs?: number
    onReady: (port: number) => void
    onStop?: () => void
  },
): void {
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    fail(`The port must be a number up to 65535, for example: ${commandWithPort(4175)}`)
  }
  if (port !== 0 && isBadPort(port)) {
    fail(
      `No browser opens port ${port} (a “bad port” of the Fetch standard). Choose another one, for example: ${commandWithPort(4175)}`,
    )
  }
  let listener: { close(): void } = { close: () => void server.close() }
  if (host === undefined || host === 'localhost') {
    listenOnLoopback(server, port).then((started) => {
      listener = started
      onReady(started.port)
    }, cannotListen)
  } else {
    server.once('error', cannotListen)
    server.listen(port, host, () => onReady((server.address() as AddressInfo).port))
  }

  let stopping = false
  server.prependListener('request', (_request, response) => {
    // While stopping, close keep-alive connections: no further request will be answered.
    response.on('close', () => {
      if (stopping) setImmediate(() => server.closeIdleConnections())
    })
  })
  function stop(): void {
    // The signal can come twice: from the terminal to the process group, and from the parent process.
    if (stopping) return
    stopping = true
    server.once('close', () => {
      onStop()
      process.exit(0)
    })
    listener.close()
    setTimeout(() => server.closeAllConnections(), shutdownTimeoutMs).unref()
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop)

  function cannotListen({ code, message }: NodeJS.ErrnoException): void {
    fail(
      code === 'EADDRINUSE'
        ? `Port ${port} is in use. Choose another one, for example: ${commandWithPort(port + 1)}`
        : `Cannot listen on ${host ?? 'localhost'}, port ${port}: ${message}`,
    )
  }

  function fail(message: string): never {
    console.error(message)
    onStop()
    process.exit(1)
  }
}
