import { once } from 'node:events'
import type { Server as HttpServer } from 'node:http'
import { type AddressInfo, createServer } from 'node:net'

/** The machine has no IPv6, or not for the loopback. */
const withoutIpv6 = ['EADDRNOTAVAIL', 'EAFNOSUPPORT']

/** A server that listens on both loopback addresses. */
export interface LoopbackListener {
  port: number
  /** Stops listening, as `server.close()` does for the server's own address. */
  close(): void
}

/**
 * Makes a server listen on 127.0.0.1 and on ::1, because `localhost` is either.
 *
 * @param port 0 for any free port.
 * @throws Error of the system, such as `EADDRINUSE`, if it cannot listen on one of them.
 */
export async function listenOnLoopback(
  server: HttpServer,
  port: number,
): Promise<LoopbackListener> {
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  const { port: chosen } = server.address() as AddressInfo
  // The options are those of an HTTP server.
  const ipv6 = createServer({ allowHalfOpen: true, noDelay: true }, (socket) => {
    server.emit('connection', socket)
  })
  const listener = {
    port: chosen,
    close() {
      if (ipv6.listening) ipv6.close()
      server.close()
    },
  }
  try {
    ipv6.listen({ port: chosen, host: '::1', ipv6Only: true })
    await once(ipv6, 'listening')
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException
    // The system has chosen a port that is free on 127.0.0.1; another program may have it on ::1.
    if (withoutIpv6.includes(code) || (port === 0 && code === 'EADDRINUSE')) return listener
    listener.close()
    throw error
  }
  return listener
}
