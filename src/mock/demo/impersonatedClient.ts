import { sha256 } from '../domain/sha256.ts'
import { sessionCookie } from '../server/session.ts'
import type { SentResponse, SentRequest } from './demoControl.ts'
import { applicationAddress } from '../scenarios/demoAddresses.ts'
import { cookieValue, emailOf, logInAs } from './demoSessions.ts'
import {
  currentTime,
  type DemoContext,
  currentScenario,
  type DemoEnvironment,
} from './demoContext.ts'
import { replayFieldsOf, toRequestLogRecord } from './requestLogRecord.ts'
import { createWorldClient, recordRequest } from './worldServer.ts'

/** Creates a function that sends requests directly to a demo's backend, without latency and faults. */
export function createImpersonatedClient(
  getContext: () => Promise<DemoContext>,
  environment: DemoEnvironment,
): (request: SentRequest) => Promise<SentResponse> {
  const { machine } = environment
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

  /** Applications send keys from their servers. */
  function addressOf({ key }: SentRequest): string {
    return key === undefined ? environment.address() : applicationAddress
  }

  const sendToWorld = createWorldClient(environment)

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
    const address = sent.address ?? context.view.address ?? addressOf(sent)
    const { response, entry } = await sendToWorld(context, request, { cookies, address })
    if (sent.record !== false) {
      const replayFields = replayFieldsOf(request, entry.surface, {
        session,
        userAgent: machine.userAgent,
        address,
      })
      const record = await toRequestLogRecord(entry, replayFields, response, null)
      recordRequest(context, environment, record)
    }
    if (session) await storage.write((db) => db.delete('sessions', sha256(session)))
    const text = await response.text()
    return {
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: text === '' ? null : (JSON.parse(text) as unknown),
    }
  }
}
