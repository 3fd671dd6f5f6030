import { once } from 'node:events'
import { createServer } from 'node:net'

/** Returns an unused port, so that other programs on this machine cannot make a test fail. */
export async function freePort(): Promise<string> {
  const server = createServer().listen(0)
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('The server has no port.')
  return String(address.port)
}
