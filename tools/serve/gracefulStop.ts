import type { Server, ServerResponse } from 'node:http'
import { constants } from 'node:os'

/** Signals this close together are one: a terminal and a parent process both send it. */
const repeatedMs = 1_000

export interface GracefulStopOptions {
  /** Stops listening. */
  closeListener: () => void
  /** How long the server still accepts requests after the signal, in milliseconds. */
  drainMs: number
  /** How long open requests may take after that, in milliseconds. */
  timeoutMs: number
  /** Called at the signal. */
  onStopping: () => void
  /** Called after the last request, unless a second signal ends the process. The process waits for it. */
  onClosed?: (() => Promise<void>) | undefined
  /** Called before the process ends. */
  onStop: () => void
  exit: (code: number) => void
  /** The time in milliseconds. */
  now: () => number
}

/**
 * Creates a function that stops a server at a signal: it drains, stops listening, lets open requests end, and exits with code 0. A
 * second signal exits at once, with 128 and the signal's number.
 *
 * From the first signal on, connections are closed after their response, so that clients open new ones at another host.
 */
export function createGracefulStop(
  server: Server,
  {
    closeListener,
    drainMs,
    timeoutMs,
    onStopping,
    onClosed = async () => undefined,
    onStop,
    exit,
    now,
  }: GracefulStopOptions,
): (signal: NodeJS.Signals) => void {
  let stoppingSince: number | undefined
  const openResponses = new Set<ServerResponse>()

  server.prependListener('request', (_request, response) => {
    if (stoppingSince !== undefined) response.shouldKeepAlive = false
    openResponses.add(response)
    response.on('close', () => {
      openResponses.delete(response)
      // The headers of this response may have been sent before the signal.
      if (stoppingSince !== undefined) setImmediate(() => server.closeIdleConnections())
    })
  })

  function close(): void {
    server.once('close', () => void onClosed().then(() => end(0)))
    closeListener()
    setTimeout(() => server.closeAllConnections(), timeoutMs).unref()
  }

  function end(code: number): void {
    onStop()
    exit(code)
  }

  return (signal) => {
    if (stoppingSince === undefined) {
      stoppingSince = now()
      onStopping()
      for (const response of openResponses) response.shouldKeepAlive = false
      if (drainMs === 0) close()
      else setTimeout(close, drainMs)
    } else if (now() - stoppingSince > repeatedMs) {
      end(128 + constants.signals[signal])
    }
  }
}
