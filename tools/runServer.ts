import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'

/**
 * Listens until the process is asked to stop, then lets the requests that are under way come to their end. Says what to do
 * where it cannot listen.
 *
 * @param patience how long a request may take once the process was asked to stop, in milliseconds.
 * @param onReady is given the port, which the system has chosen where it was 0.
 * @param onStop runs after the last request.
 */
export function runServer(
  server: Server,
  {
    port,
    host,
    command,
    patience = 5_000,
    onReady,
    onStop = () => undefined,
  }: {
    port: number
    host: string
    /** How the program is started, for the advice. */
    command: string
    patience?: number
    onReady: (port: number) => void
    onStop?: () => void
  },
): void {
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    giveUp(`PORT must be a number up to 65535, for example: PORT=4175 ${command}`)
  }
  server.on('error', (error: NodeJS.ErrnoException) => {
    giveUp(
      error.code === 'EADDRINUSE'
        ? `Port ${port} is in use. Choose another one, for example: PORT=${port + 1} ${command}`
        : `It cannot listen on ${host}, port ${port}: ${error.message}`,
    )
  })
  server.listen(port, host, () => onReady((server.address() as AddressInfo).port))

  let stopping = false
  server.prependListener('request', (_request, response) => {
    // A connection is kept for the next request, which nobody will answer.
    response.on('close', () => {
      if (stopping) setImmediate(() => server.closeIdleConnections())
    })
  })
  function stop(): void {
    // A terminal tells the whole group of processes, and the one that has started this tells it once more.
    if (stopping) return
    stopping = true
    server.close(() => {
      onStop()
      process.exit(0)
    })
    setTimeout(() => server.closeAllConnections(), patience).unref()
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, stop)

  function giveUp(words: string): never {
    console.error(words)
    onStop()
    process.exit(1)
  }
}
