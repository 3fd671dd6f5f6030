import { schema } from '#src/mock/domain/schema.ts'
import { seededBytes } from '#src/mock/domain/random.ts'
import type { RequestLogEntry } from '#src/mock/server/requestLog/requestLogEntry.ts'
import { seed, type SeedData } from '#src/mock/scenarios/seedData.ts'
import { defaultWorld } from '#src/mock/scenarios/defaultWorld.ts'
import { demoAccounts, demoPassword } from '#src/mock/scenarios/demoAccounts.ts'
import { createServer } from '#src/mock/server/server.ts'
import { createMemoryStorage } from '#src/mock/storage/memory.ts'

import { type Account, accounts } from './accounts.ts'
import { recordExchange } from './contract/recordExchange.ts'

/** The optional parts of a request. */
export interface Sent {
  body?: unknown
  headers?: Record<string, string>
  /** The IP address that it comes from. */
  address?: string
}

export interface Answered {
  status: number
  headers: Headers
  // Unknown, because tests check the body with matchers, which accept any value.
  body: unknown
}

/** Starts a server for one test, without a demo, and lets the test send requests. The clock changes only if the test sets it. */
export async function startServer(options: { now?: Date; world?: SeedData } = {}) {
  const exchanges: RequestLogEntry[] = []
  let now = options.now ?? new Date('2026-11-24T09:00:00Z')
  const clock = {
    now: () => now,
    set: (next: Date) => void (now = next),
  }
  const storage = createMemoryStorage(schema)
  await storage.write((db) => seed(db, options.world ?? defaultWorld(now)))
  const server = createServer({
    storage,
    clock,
    randomBytes: seededBytes('round'),
    offeredAccounts: demoAccounts,
    observe(exchange) {
      exchanges.push(exchange)
      recordExchange(exchange)
    },
  })

  async function send(method: string, path: string, sent: Sent = {}, cookie?: string) {
    const isText = typeof sent.body === 'string'
    const request = new Request(`http://localhost${path}`, {
      method,
      headers: {
        ...(sent.body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...sent.headers,
      },
      ...(sent.body === undefined
        ? {}
        : { body: isText ? (sent.body as string) : JSON.stringify(sent.body) }),
    })
    const response = await server.handle(request, {
      cookies: cookie ? { edesk_session: cookie } : {},
      address: sent.address,
    })
    const text = await response.text()
    const answered: Answered = {
      status: response.status,
      headers: response.headers,
      body: text === '' ? undefined : (JSON.parse(text) as unknown),
    }
    return answered
  }

  /** Logs in, and returns a function that sends requests with the session. */
  async function as(account: Account) {
    const body = { email: accounts[account], password: demoPassword }
    const { headers } = await send('POST', '/api/session', { body })
    const cookie = /edesk_session=(\w+)/.exec(headers.get('set-cookie') ?? '')?.[1]
    return (method: string, path: string, sent?: Sent) => send(method, path, sent, cookie)
  }

  return { storage, clock, exchanges, nobody: send, as }
}

/** Sends requests as one person. */
export type Person = (method: string, path: string, sent?: Sent) => Promise<Answered>
