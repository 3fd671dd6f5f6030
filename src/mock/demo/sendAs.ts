import { sha256 } from '../domain/sha256.ts'
import { demoAccounts } from '../scenarios/demoAccounts.ts'
import { createServer } from '../server.ts'
import { sessionCookie } from '../session.ts'
import { Answer } from './answer.ts'
import type { SentAnswer, SentRequest } from './demoControl.ts'
import { emailOf } from './people.ts'
import { nowIn, type Place, scenarioIn, type Surroundings } from './place.ts'
import { cookieValue, logInAs } from './worlds.ts'

/** Creates a function that sends requests directly to a demo's backend, without latency and faults. */
export function createSender(
  getPlace: () => Promise<Place>,
  surroundings: Surroundings,
): (request: SentRequest) => Promise<SentAnswer> {
  const { machine, tell } = surroundings
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

  function serverFor(place: Place, sent: Headers) {
    return createServer({
      storage: place.storage,
      clock: { now: () => nowIn(place, surroundings) },
      randomBytes: machine.randomBytes,
      demoAccounts,
      ResponseClass: Answer,
      observe(exchange) {
        const recorded = { ...exchange, headers: decisive(sent), made: null, fault: null }
        place.recorder.add(recorded)
        tell.exchange(recorded)
      },
    })
  }

  return async (sent) => {
    const place = await getPlace()
    const { storage } = place
    const { as = 'nobody', method, path, body } = sent
    const headers = headersOf(sent)
    const now = nowIn(place, surroundings)
    const session =
      as === 'nobody'
        ? undefined
        : cookieValue(
            await logInAs(storage, emailOf(scenarioIn(place), as), now, machine.randomBytes),
          )
    const request = new Request(`http://localhost${path}`, {
      method,
      headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const cookies = session ? { [sessionCookie]: session } : {}
    const response = await serverFor(place, headers).handle(request, cookies)
    if (session) await storage.change((db) => db.delete('sessions', sha256(session)))
    if (!['GET', 'HEAD'].includes(method)) tell.change()
    const text = await response.text()
    return {
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: text === '' ? null : (JSON.parse(text) as unknown),
    }
  }
}

/** Returns the headers that affect what a request does; a replay needs them. */
export function decisive(headers: Headers): Record<string, string> {
  const names = ['If-Match', 'Idempotency-Key']
  return Object.fromEntries(
    names.flatMap((name) => (headers.has(name) ? [[name, headers.get(name) ?? '']] : [])),
  )
}
