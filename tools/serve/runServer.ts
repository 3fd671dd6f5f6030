import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'

import { isBadPort } from '#src/mock/transports/badPorts.ts'
import { listenOnLoopback } from '#src/mock/transports/loopback.ts'

import { fail } from './fail.ts'
import { createGracefulStop } from './gracefulStop.ts'

/** Where a program listens. */
export interface Listening {
  port: number
  /** The command that starts the program on another port, for error messages. */
  commandWithPort: (port: number) => string
}

/**
 * Runs a server until the process receives SIGINT, SIGTERM or SIGHUP, then stops it gracefully. If the server cannot listen,
 * prints what to do and exits with code 1.
 *
 * @param host the address to listen on; by default both loopback addresses.
 * @param drainMs how long the server still accepts requests after the signal, in milliseconds.
 * @param shutdownTimeoutMs how long open requests may take after that, in milliseconds.
 * @param onReady receives the port. If `port` is 0, the system chooses it.
 * @param onStopping runs at the signal.
 * @param onClosed runs after the last request. The process waits for it.
 * @param onStop runs after that.
 */
export function runServer(
  server: Server,
  {
    port,
    host,
    commandWithPort,
    drainMs = 0,
    shutdownTimeoutMs = 5_000,
    onReady,
    onStopping = () => undefined,
    onClosed,
    onStop = () => undefined,
  }: Listening & {
    host?: string | undefined
    drainMs?: number
    shutdownTimeoutMs?: number
    onReady: (port: number) => void
    onStopping?: () => void
    onClosed?: (() => Promise<void>) | undefined
    onStop?: () => void
  },
): void {
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    stopAndFail(`The port must be a number up to 65535, for example: ${commandWithPort(4175)}`)
  }
  if (port !== 0 && isBadPort(port)) {
    stopAndFail(
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

  const stop = createGracefulStop(server, {
    closeListener: () => listener.close(),
    drainMs,
    timeoutMs: shutdownTimeoutMs,
    onStopping,
    onClosed,
    onStop,
    exit: (code) => process.exit(code),
    now: () => performance.now(),
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop)

  function cannotListen({ code, message }: NodeJS.ErrnoException): void {
    stopAndFail(
      code === 'EADDRINUSE'
        ? `Port ${port} is in use. Choose another one, for example: ${commandWithPort(port + 1)}`
        : `Cannot listen on ${host ?? 'localhost'}, port ${port}: ${message}`,
    )
  }

  function stopAndFail(message: string): never {
    onStop()
    return fail(message)
  }
}
