import { demoAccounts } from '../scenarios/demoAccounts.ts'
import type { RequestLogEntry } from '../server/requestLog/requestLogEntry.ts'
import { createServer, type Sender, type Server, type ServerOptions } from '../server/server.ts'
import { CookieResponse } from './cookieResponse.ts'
import { currentTime, type DemoContext, type DemoEnvironment } from './demoContext.ts'
import { seededWrite } from './randomness.ts'
import type { RequestLogRecord } from './records.ts'
import { isChange } from './requestLogRecord.ts'
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

/** Sends a request to the server of a tab. Resolves with the response and the entry for the request log. */
export type SendToWorld = (
  context: DemoContext,
  request: Request,
  sender: Sender,
) => Promise<{ response: Response; entry: RequestLogEntry }>

/**
 * Creates a function that sends requests to a tab's world, at the tab's time.
 *
 * @param base the base path of the requests.
 */
export function createWorldClient(environment: DemoEnvironment, base = '/'): SendToWorld {
  /** One server for each context. */
  const servers = new WeakMap<DemoContext, Server>()
  const entries = new WeakMap<Request, RequestLogEntry>()

  function serverOf(context: DemoContext): Server {
    const existing = servers.get(context)
    if (existing) return existing
    const server = createWorldServer(context.storage, {
      base,
      observe: (entry, request) => entries.set(request, entry),
      clock: { now: () => currentTime(context, environment) },
      randomBytes: environment.machine.randomBytes,
      userAgent: environment.machine.userAgent,
    })
    servers.set(context, server)
    return server
  }

  return async (context, request, sender) => {
    const response = await serverOf(context).handle(request, sender)
    const entry = entries.get(request)
    if (!entry) throw new Error('The server did not report the request.')
    if (isChange(entry)) environment.notify.change()
    return { response, entry }
  }
}

/** Stores a request in the request log, and notifies the tab's tools. */
export function recordRequest(
  { recorder }: DemoContext,
  { notify }: DemoEnvironment,
  record: Omit<RequestLogRecord, 'id'>,
): void {
  recorder.add(record)
  notify.exchange(record)
}
