import type { RequestLogEntry } from '#src/mock/server/requestLog/requestLogEntry.ts'
import { createServer } from '#src/mock/server/server.ts'

import { startServer } from '../../support/backend.ts'
import { recordExchange } from '../../support/contract/recordExchange.ts'
import { applicationOf } from '../../support/publicApi/application.ts'
import { type AnyRoute, bodyWith, type TextField, urlOf } from './contractRequests.ts'

/** The parts of a request that a test chooses. */
export interface Chosen {
  query?: string
  body?: BodyInit | undefined
  headers?: Record<string, string>
}

/** The application's quota lasts for this many requests. Time then moves on. */
const quota = 50

/**
 * Starts a backend, and returns a function that sends a request to an operation of either API as somebody who may call it: the Admin,
 * or an application with Full Access.
 */
export async function startForAll() {
  const backend = await startServer()
  const admin = await backend.as('admin')
  const { key } = await applicationOf(backend, admin)
  const { body } = await admin('POST', '/api/tokens', {
    body: { name: 'To be changed', accessLevel: 'read_only' },
    headers: { 'Idempotency-Key': 'a-token-to-be-changed' },
  })
  const tokenId = (body as { token: { id: string } }).token.id
  const session = await cookieOf(backend.nobody)
  const logged: RequestLogEntry[] = []
  const server = createServer({
    storage: backend.storage,
    clock: backend.clock,
    randomBytes: (count) => crypto.getRandomValues(new Uint8Array(count)),
    observe(entry) {
      logged.push(entry)
      recordExchange(entry)
    },
  })
  let sentCount = 0

  async function send(route: AnyRoute, { query = '', body: sent, headers = {} }: Chosen = {}) {
    sentCount += 1
    if (sentCount % quota === 0) {
      backend.clock.set(new Date(backend.clock.now().getTime() + 60_000))
    }
    const url = urlOf(route, query).replace('/api/tokens/1', `/api/tokens/${tokenId}`)
    const isPublic = route.api === 'public'
    const request = new Request(url, {
      method: route.method,
      headers: {
        ...(isPublic ? { Authorization: `Bearer ${key}` } : {}),
        ...(sent === undefined ? {} : { 'Content-Type': 'application/json' }),
        'Idempotency-Key': `request-${sentCount}`,
        'If-Match': '*',
        ...headers,
      },
      ...(sent === undefined ? {} : { body: sent }),
    })
    const cookies: Record<string, string> = isPublic ? {} : { edesk_session: session }
    const response = await server.handle(request, { cookies })
    return { status: response.status, headers: response.headers, text: await response.text() }
  }

  return { ...backend, send, key, logged }
}

async function cookieOf(
  nobody: Awaited<ReturnType<typeof startServer>>['nobody'],
): Promise<string> {
  const body = { email: 'admin@example.com', password: 'edesk-demo' }
  const { headers } = await nobody('POST', '/api/session', { body })
  return /edesk_session=(\w+)/.exec(headers.get('set-cookie') ?? '')?.[1] ?? ''
}

/** A request in which one text field has this text. */
export function withText({ route, place }: TextField, text: string): Chosen {
  if ('query' in place) return { query: `?${place.query}=${encodeURIComponent(text)}` }
  return { body: JSON.stringify(bodyWith(route, place.body, text)) }
}
