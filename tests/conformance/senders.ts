import { schema } from '#src/mock/domain/schema.ts'
import { defaultWorld } from '#src/mock/scenarios/defaultWorld.ts'
import { browserAddress } from '#src/mock/scenarios/demoAddresses.ts'
import { demoAccounts } from '#src/mock/scenarios/demoAccounts.ts'
import { seed } from '#src/mock/scenarios/seedData.ts'
import { createServer } from '#src/mock/server/server.ts'
import { createMemoryStorage } from '#src/mock/storage/memory.ts'
import { createHost } from '#src/mock/transports/host.ts'
import { seededBytes } from '#src/mock/domain/random.ts'
import { startNode } from '#src/mock/transports/node.ts'
import { createTestDemo } from '#src/mock/transports/testDemo.ts'

import { recordExchange } from '../support/contract/recordExchange.ts'
import { listen } from '../support/listen.ts'
import { type StepResult, runSuite } from './run.ts'
import { sendByFetch, comparedHeaders } from './sendByFetch.ts'
import type { StepRequest } from './step.ts'

/** The time of the clock during the whole suite. */
export const moment = new Date('2026-11-24T09:00:00Z')

/** Runs the suite with the backend for tests in Node, where the requests stay in the process. */
export async function runInNode(): Promise<StepResult[]> {
  const { server } = await createTestDemo({ now: moment, observe: recordExchange })
  const transport = await startNode(server, {})
  try {
    return await runSuite(withCookies('http://localhost'))
  } finally {
    await transport.stop()
  }
}

/** Runs the suite with the HTTP host, over a socket. */
export async function runOnHost(): Promise<StepResult[]> {
  const storage = createMemoryStorage(schema)
  await storage.write((db) => seed(db, defaultWorld(moment)))
  const server = createServer({
    storage,
    clock: { now: () => moment },
    randomBytes: seededBytes('round'),
    offeredAccounts: demoAccounts,
    observe: recordExchange,
  })
  const port = await listen(
    createHost({
      // The request log names the address. A demo's requests come from this one.
      server: {
        handle: (request, sender) => server.handle(request, { ...sender, address: browserAddress }),
      },
      serveFile: (_request, response) => response.destroy(),
    }),
  )
  return runSuite(withCookies(`http://127.0.0.1:${port}`))
}

/** Returns a function that sends requests, and stores the session cookie as a browser does. */
function withCookies(origin: string) {
  let cookie: string | undefined
  return async (request: StepRequest) => {
    const response = await sendByFetch({ origin, request, watched: comparedHeaders, cookie })
    for (const set of response.cookies) {
      cookie = set.includes('Max-Age=0') ? undefined : set.split(';')[0]
    }
    return response
  }
}
