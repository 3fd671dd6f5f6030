import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A server for one test. It can be stopped to simulate a lost network, and restarted on the same port. */
export interface TestServer {
  origin: string
  stop(): Promise<void>
  restart(): Promise<void>
}

export async function startTestServer(listener: RequestListener): Promise<TestServer> {
  let server = await listening(0)
  const { port } = server.address() as AddressInfo

  async function listening(port: number) {
    const started = createServer(listener)
    await new Promise<void>((resolve, reject) => {
      started.once('error', reject).listen(port, 'localhost', resolve)
    })
    return started
  }

  return {
    origin: `http://localhost:${port}`,
    async stop() {
      const stopped = new Promise((resolve) => server.close(resolve))
      server.closeAllConnections()
      await stopped
    },
    async restart() {
      server = await listening(port)
    },
  }
}
