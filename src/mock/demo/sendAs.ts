import { sha256 } from '../domain/sha256.ts'
import { demoAccounts } from '../scenarios/demoAccounts.ts'
import { createServer } from '../server.ts'
import { sessionCookie } from '../session.ts'
import { Answer } from './answer.ts'
import type { SentAnswer, SentRequest } from './demoControl.ts'
import { emailOf } from './people.ts'
import { nowIn, type Place, scenarioIn, type Surroundings } from './place.ts'
import { cookieValue, logInAs } from './worlds.ts'

/** Sends requests to a demo's backend past its pages: nothing delays them and no fault strikes them. */
export function createSender(
  here: () => Promise<Place>,
  surroundings: Surroundings,
): (request: SentRequest) => Promise<SentAnswer> {
  const { machine, tell } = surroundings
  let number = 0

  function headersOf({ key, method, path, body, headers = {} }: SentRequest): Headers {
    const given = new Headers(headers)
    if (key !== undefined) given.set('Authorization', `Bearer ${key}`)
    if (body !== undefined) given.set('Content-Type', 'application/json')
    if (method === 'POST' && path === '/api/tokens' && !given.has('Idempotency-Key')) {
      number += 1
      given.set('Idempotency-Key', `demo-${machine.now()}-${number}`)
    }
    return given
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
    const place = await here()
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
    const answer = await serverFor(place, headers).handle(request, cookies)
    if (session) await storage.change((db) => db.delete('sessions', sha256(session)))
    if (!['GET', 'HEAD'].includes(method)) tell.change()
    const text = await answer.text()
    return {
      status: answer.status,
      headers: Object.fromEntries(answer.headers),
      body: text === '' ? null : (JSON.parse(text) as unknown),
    }
  }
}

/** The headers that decide what a request does. */
export function decisive(headers: Headers): Record<string, string> {
  const names = ['If-Match', 'Idempotency-Key']
  return Object.fromEntries(
    names.flatMap((name) => (headers.has(name) ? [[name, headers.get(name) ?? '']] : [])),
  )
}
