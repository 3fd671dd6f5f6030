import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net'

/** When a connection is dropped. */
const moments = [
  'before the request',
  'within the request',
  'after the request',
  'before the answer',
  'within the answer',
] as const
type Moment = (typeof moments)[number]

/** A proxy that has dropped connections. */
export interface DroppingProxy {
  port: number
  /** The numbers of dropped connections and of all. */
  counts: () => { dropped: number; all: number }
  close: () => void
}

/**
 * Starts a TCP proxy in front of a port. It drops half of the connections, at random moments.
 */
export async function startDroppingProxy(
  port: number,
  random: () => number,
): Promise<DroppingProxy> {
  const sockets = new Set<Socket>()
  let dropped = 0
  let all = 0

  function track(socket: Socket): Socket {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', () => socket.destroy())
    return socket
  }

  const server: Server = createServer((client) => {
    all += 1
    const moment = random() < 0.5 ? moments[Math.floor(random() * moments.length)] : undefined
    const share = random()
    track(client)
    const host = track(connect(port, '127.0.0.1'))
    client.on('close', () => host.destroy())
    host.on('close', () => client.destroy())

    function drop(): void {
      if (client.destroyed) return
      dropped += 1
      client.destroy()
      host.destroy()
    }

    function drops(chunk: Buffer, at: readonly [Moment, Moment, Moment?], other: Socket): boolean {
      const [before, within, after] = at
      if (moment === before) drop()
      else if (moment === within) {
        other.write(chunk.subarray(0, Math.floor(chunk.length * share)), drop)
      } else if (moment !== undefined && moment === after) other.write(chunk, drop)
      else return false
      return true
    }

    client.on('data', (chunk) => {
      const at = ['before the request', 'within the request', 'after the request'] as const
      if (!drops(chunk, at, host)) host.write(chunk)
    })
    host.on('data', (chunk) => {
      if (!drops(chunk, ['before the answer', 'within the answer'], client)) client.write(chunk)
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    port: (server.address() as AddressInfo).port,
    counts: () => ({ dropped, all }),
    close() {
      server.close()
      for (const socket of sockets) socket.destroy()
    },
  }
}
