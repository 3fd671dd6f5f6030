import { once } from 'node:events'
import type { Server } from 'node:http'
import { type AddressInfo, connect } from 'node:net'

import { onTestFinished } from 'vitest'

/**
 * Starts a server on a free port. It stops, with all its connections, when the test has finished.
 *
 * @returns the port.
 */
export async function listen(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return (server.address() as AddressInfo).port
}

/** Whether something listens on a port of this machine. */
export async function isListening(port: number, address = '127.0.0.1'): Promise<boolean> {
  const socket = connect(port, address)
  try {
    await once(socket, 'connect')
    return true
  } catch {
    return false
  } finally {
    socket.destroy()
  }
}
