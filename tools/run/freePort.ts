import { randomInt } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:net'

/**
 * Systems choose ports from 32,768 on, for clients and for servers that ask for any port. A lower one stays free while a server
 * restarts, so that no other program answers in its place.
 */
const [lowest, highest] = [20_000, 32_767]

/** Returns an unused port, so that other programs on this machine cannot make a test fail. */
export async function freePort(): Promise<string> {
  for (;;) {
    const port = randomInt(lowest, highest + 1)
    if (await isFree(port)) return String(port)
  }
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer().listen(port)
  try {
    await once(server, 'listening')
  } catch {
    return false
  }
  server.close()
  await once(server, 'close')
  return true
}
