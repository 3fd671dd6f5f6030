import { once } from 'node:events'
import { createServer } from 'node:net'

/** A port that nothing uses: what else runs on this machine must not make a test fail. */
export async function freePort(): Promise<string> {
  const server = createServer().listen(0)
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('A server has no port.')
  return String(address.port)
}
