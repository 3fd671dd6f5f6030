import { type SetupServer, setupServer } from 'msw/node'

import { handlersFor } from './handlers.ts'
import type { StartTransport, Transport } from './transport.ts'

/** The transport in a Node process, with its MSW network. */
export interface NodeTransport extends Transport {
  network: SetupServer
}

/** Brings the requests of this Node process to the server. Requests to anything else fail. */
export const startNode: StartTransport<object, NodeTransport> = async (server) => {
  const network = setupServer(...handlersFor(server))
  network.listen({ onUnhandledFrame: 'error' })
  return {
    kind: 'node',
    network,
    async stop() {
      network.close()
    },
  }
}
