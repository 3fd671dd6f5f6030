import { demoAccounts } from '../scenarios/demoAccounts.ts'
import { createServer, type Server, type ServerOptions } from '../server/server.ts'
import { CookieResponse } from './cookieResponse.ts'
import { currentTime, type DemoContext, type DemoEnvironment } from './demoContext.ts'
import { seededWrite } from './randomness.ts'
import type { DemoStorage } from './schema.ts'

type WorldServerOptions = Pick<
  ServerOptions,
  'clock' | 'randomBytes' | 'base' | 'observe' | 'userAgent'
>

/**
 * Creates the server of a demo's world.
 *
 * @param options `randomBytes` is used if the world has no seed.
 */
export function createWorldServer(storage: DemoStorage, options: WorldServerOptions): Server {
  return createServer({
    ...options,
    storage,
    write: seededWrite(storage, options.randomBytes),
    offeredAccounts: demoAccounts,
    ResponseClass: CookieResponse,
  })
}

/** Returns a function that finds the server of a tab: for its world, at its time. There is one server for each context. */
export function createServersByContext(
  environment: DemoEnvironment,
  optionsOf: (context: DemoContext) => Pick<ServerOptions, 'base' | 'observe'>,
): (context: DemoContext) => Server {
  const servers = new WeakMap<DemoContext, Server>()
  return (context) => {
    const existing = servers.get(context)
    if (existing) return existing
    const server = createWorldServer(context.storage, {
      ...optionsOf(context),
      clock: { now: () => currentTime(context, environment) },
      randomBytes: environment.machine.randomBytes,
      userAgent: environment.machine.userAgent,
    })
    servers.set(context, server)
    return server
  }
}
