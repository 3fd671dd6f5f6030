import type { Server } from 'node:http'

/**
 * Listens until the process is asked to stop, then lets what is under way come to its end. Says what to do where the port is in
 * use.
 *
 * @param onStop runs after the last request.
 */
export function runServer(
  server: Server,
  {
    port,
    host,
    command,
    onReady,
    onStop = () => undefined,
  }: {
    port: number
    host: string
    /** How the program is started, for the advice. */
    command: string
    onReady: () => void
    onStop?: () => void
  },
): void {
  server.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EADDRINUSE') throw error
    console.error(
      `Port ${port} is in use. Choose another one, for example: PORT=${port + 1} ${command}`,
    )
    process.exit(1)
  })
  server.listen(port, host, onReady)

  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      server.close(() => {
        onStop()
        process.exit(0)
      })
      server.closeIdleConnections()
    })
  }
}
