import type { RandomBytes } from '../domain/random.ts'
import { sha256 } from '../domain/sha256.ts'
import type { RequestLogEntry } from '../server/requestLog/requestLogEntry.ts'
import type { RequestLogRecord } from './records.ts'
import { demoPassword } from '../scenarios/demoAccounts.ts'
import { sessionCookie } from '../server/session.ts'
import { isChange, readCreated, toRequestLogRecord } from './requestLogRecord.ts'
import type { DemoStorage } from './schema.ts'
import { cookieValue, logInAs, renewSession } from './demoSessions.ts'
import { createWorldServer } from './worldServer.ts'

/** The fields of a recorded request that a replay needs. */
export type RecordedRequest = Pick<
  RequestLogRecord,
  | 'id'
  | 'at'
  | 'method'
  | 'path'
  | 'surface'
  | 'by'
  | 'status'
  | 'body'
  | 'headers'
  | 'address'
  | 'session'
  | 'made'
>

export interface Difference {
  /** The number of the recorded request. */
  number: number
  /** Method and path. */
  request: string
  expected: string
  got: string
}

/**
 * Replays recorded changes one after the other, each at its original time.
 *
 * @param storage a world in its state before the first request.
 * @param keyOf returns the key of one of the world's initial tokens, by its initial name.
 * @param randomBytes the machine's randomness, for values that do not come from the world's seed.
 * @returns `log`: the log records of the replayed requests.
 */
export async function replayRequests(
  recordedRequests: readonly RecordedRequest[],
  {
    storage,
    keyOf,
    randomBytes,
  }: { storage: DemoStorage; keyOf: (tokenName: string) => string; randomBytes: RandomBytes },
): Promise<{ done: number; different: Difference[]; log: Omit<RequestLogRecord, 'id'>[] }> {
  let now = new Date(0)
  const initialTokens = await storage.read((db) => db.all('tokens'))
  const initialNames = new Map(initialTokens.map(({ id, name }) => [id, name]))
  const keys = new Map<string, string>()
  /** The cookie of each recorded session. Requests of one session share an Idempotency-Key. */
  const cookies = new Map<string, string>()
  /** New ids by original id: without a seed, the replay creates different ids. */
  const ids = new Map<string, string>()
  const different: Difference[] = []
  const log: Omit<RequestLogRecord, 'id'>[] = []

  async function cookieOf({ by, session }: RecordedRequest): Promise<string | undefined> {
    if (by.kind !== 'user') return undefined
    const known = cookies.get(session ?? by.id)
    if (known === undefined) {
      const user = await storage.read((db) => db.get('users', by.id))
      const cookie = user && cookieValue(await logInAs(storage, user.email, now, randomBytes))
      cookies.set(session ?? by.id, cookie ?? '')
      return cookie
    }
    // The demo renews a session too if the clock was changed.
    await storage.write((db) => renewSession(db, sha256(known), now))
    return known
  }

  function mapIds(text: string): string {
    let renamed = text
    for (const [before, after] of ids) renamed = renamed.replaceAll(before, after)
    return renamed
  }

  function keyFor(by: RequestLogRecord['by']): string | undefined {
    if (by.kind !== 'token') return undefined
    const id = mapIds(by.id)
    return keys.get(id) ?? keyOf(initialNames.get(id) ?? by.name)
  }

  function toRequest({ by, method, path, headers: recorded, body }: RecordedRequest): Request {
    const headers = new Headers(recorded)
    const key = keyFor(by)
    if (key !== undefined) headers.set('Authorization', `Bearer ${key}`)
    const text = bodyText(body)
    if (text !== undefined && !headers.has('Content-Type'))
      headers.set('Content-Type', 'application/json')
    return new Request(`http://localhost${mapIds(path)}`, {
      method,
      headers,
      ...(text === undefined ? {} : { body: mapIds(text) }),
    })
  }

  async function replayOne(recorded: RecordedRequest): Promise<void> {
    now = new Date(recorded.at)
    let entry: RequestLogEntry | undefined
    // A server for each request: a browser lets no script set the header `User-Agent`.
    const server = createWorldServer(storage, {
      clock: { now: () => now },
      randomBytes,
      userAgent: recorded.headers['User-Agent'],
      observe: (observed) => (entry = observed),
    })
    const request = toRequest(recorded)
    const cookie = await cookieOf(recorded)
    const response = await server.handle(request, {
      cookies: cookie ? { [sessionCookie]: cookie } : {},
      address: recorded.address ?? undefined,
    })
    if (!entry) throw new Error('The server did not report the request.')
    // The recorded session, so that a later replay has it too.
    log.push(await toRequestLogRecord(entry, recorded, response, null))
    const made = readCreated(await response.text())
    if (made.token && made.key) keys.set(made.token, made.key)
    if (recorded.made !== null && made.id !== null && recorded.made !== made.id) {
      ids.set(recorded.made, made.id)
    }
    if (response.status !== recorded.status) {
      different.push({
        number: recorded.id,
        request: `${recorded.method} ${recorded.path}`,
        expected: String(recorded.status),
        got: String(response.status),
      })
    }
  }

  for (const recorded of recordedRequests.filter(isChange)) await replayOne(recorded)
  return { done: log.length, different, log }
}

function bodyText(body: unknown): string | undefined {
  if (body === undefined || body === null) return undefined
  // Passwords are not recorded; all demo accounts have the same one.
  return JSON.stringify(body, (name, value: unknown) =>
    name === 'password' ? demoPassword : value,
  )
}
