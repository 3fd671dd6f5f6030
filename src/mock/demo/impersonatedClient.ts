import { maskKeys } from '#src/shared/keysInText.ts'
import { sha256 } from '../domain/sha256.ts'
import { sessionCookie } from '../server/session.ts'
import type { SentResponse, SentRequest } from './demoControl.ts'
import { emailOf } from './demoUsers.ts'
import {
  currentTime,
  type DemoContext,
  currentScenario,
  type DemoEnvironment,
} from './demoContext.ts'
import { cookieValue, logInAs } from './seedWorld.ts'
import { createServersByContext } from './worldServer.ts'

/** Creates a function that sends requests directly to a demo's backend, without latency and faults. */
export function createImpersonatedClient(
  getContext: () => Promise<DemoContext>,
  environment: DemoEnvironment,
): (request: SentRequest) => Promise<SentResponse> {
  const { machine, notify } = environment
  let sentCount = 0

  function headersOf({ key, method, path, body, headers = {} }: SentRequest): Headers {
    const result = new Headers(headers)
    if (key !== undefined) result.set('Authorization', `Bearer ${key}`)
    if (body !== undefined) result.set('Content-Type', 'application/json')
    if (method === 'POST' && path === '/api/tokens' && !result.has('Idempotency-Key')) {
      sentCount += 1
      result.set('Idempotency-Key', `demo-${machine.now()}-${sentCount}`)
    }
    return result
  }

  const serverOf = createServersByContext(environment, ({ recorder }) => ({
    observe(exchange, { headers }) {
      const recorded = { ...exchange, headers: replayHeaders(headers), made: null, fault: null }
      recorder.add(recorded)
      notify.exchange(recorded)
    },
  }))

  return async (sent) => {
    const context = await getContext()
    const { storage } = context
    const { as = 'nobody', method, path, body } = sent
    const now = currentTime(context, environment)
    const session =
      as === 'nobody'
        ? undefined
        : cookieValue(
            await logInAs(storage, emailOf(currentScenario(context), as), now, machine.randomBytes),
          )
    const request = new Request(`http://localhost${path}`, {
      method,
      headers: headersOf(sent),
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const cookies = session ? { [sessionCookie]: session } : {}
    const response = await serverOf(context).handle(request, cookies)
    if (session) await storage.write((db) => db.delete('sessions', sha256(session)))
    if (!['GET', 'HEAD'].includes(method)) notify.change()
    const text = await response.text()
    return {
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: text === '' ? null : (JSON.parse(text) as unknown),
    }
  }
}

/** Returns the headers that affect what a request does; a replay needs them. */
export function replayHeaders(headers: Headers): Record<string, string> {
  const names = ['If-Match', 'Idempotency-Key']
  return Object.fromEntries(
    names.flatMap((name) => (headers.has(name) ? [[name, maskKeys(headers.get(name) ?? '')]] : [])),
  )
}
