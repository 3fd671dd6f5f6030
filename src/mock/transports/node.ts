import { HttpResponse } from 'msw'
import { setupServer } from 'msw/node'

import { seededBytes } from '../domain/random.ts'
import { defaultWorld } from '../scenarios/defaultWorld.ts'
import { demoAccounts } from '../scenarios/demoAccounts.ts'
import { seed, type World } from '../scenarios/world.ts'
import { createServer, type ServerOptions } from '../server.ts'
import { createMemoryStorage } from '../storage/memory.ts'
import { handlersFor } from './handlers.ts'

/**
 * The backend for tests in Node: everything in memory, the same each time. Time stands still until `clock.set` moves it.
 *
 * @param options what it begins with, by default the demo's data; when, by default a morning in November 2026; and
 *   who is told of its exchanges.
 */
export async function createNodeBackend(
  options: { now?: Date; world?: World } & Pick<ServerOptions, 'observe'> = {},
) {
  let now = options.now ?? new Date('2026-11-24T09:00:00Z')
  const clock = {
    now: () => now,
    set(next: Date) {
      now = next
    },
  }
  const storage = createMemoryStorage()
  await storage.change((db) => seed(db, options.world ?? defaultWorld(now)))
  const server = createServer({
    storage,
    clock,
    randomBytes: seededBytes('round'),
    demoAccounts,
    ResponseClass: HttpResponse,
    ...(options.observe ? { observe: options.observe } : {}),
  })
  const network = setupServer(...handlersFor(server))
  return { clock, storage, server, network }
}
