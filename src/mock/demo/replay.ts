import type { RandomBytes } from '../domain/random.ts'
import type { RequestLogRecord } from './records.ts'
import { demoPassword } from '../scenarios/demoAccounts.ts'
import { sessionCookie } from '../server/session.ts'
import { isChange, readCreated } from './requestLogRecord.ts'
import type { DemoStorage } from './schema.ts'
import { cookieValue, logInAs } from './demoSessions.ts'
import { createWorldServer } from './worldServer.ts'

/** The fields of a recorded request that a replay needs. */
export type RecordedRequest = Pick<
  RequestLogRecord,
  'id' | 'at' | 'method' | 'path' | 'surface' | 'by' | 'status' | 'body' | 'headers' | 'made'
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
 * @param keyOf returns the key of one of the world's initial tokens, by name.
 * @param randomBytes the machine's randomness, for values that do not come from the world's seed.
 */
export async function replayRequests(
  recordedRequests: readonly RecordedRequest[],
  {
    storage,
    keyOf,
    randomBytes,
  }: { storage: DemoStorage; keyOf: (tokenName: string) => string; randomBytes: RandomBytes },
): Promise<{ done: number; different: Difference[] }> {
  let now = new Date(0)
  const server = createWorldServer(storage, { clock: { now: () => now }, randomBytes })
  const cookies = new Map<string, string>()
  const keys = new Map<string, string>()
  /** New ids by original id: without a seed, the replay creates different ids. */
  const ids = new Map<string, string>()
  const different: Difference[] = []
  let done = 0

  async function cookieOf(userId: string): Promise<string> {
    const known = cookies.get(userId)
    if (known !== undefined) return known
    const user = await storage.read((db) => db.get('users', userId))
    const header = user ? await logInAs(storage, user.email, now, randomBytes) : ''
    const cookie = cookieValue(header) ?? ''
    cookies.set(userId, cookie)
    return cookie
  }

  function mapIds(text: string): string {
    let renamed = text
    for (const [before, after] of ids) renamed = renamed.replaceAll(before, after)
    return renamed
  }

  async function keyFor(by: RequestLogRecord['by']): Promise<string | undefined> {
    if (by.kind !== 'token') return undefined
    const id = mapIds(by.id)
    const token = await storage.read((db) => db.get('tokens', id))
    return keys.get(id) ?? keyOf(token?.name ?? by.name)
  }

  async function replayOne(recorded: RecordedRequest): Promise<void> {
    now = new Date(recorded.at)
    const headers = new Headers(recorded.headers)
    const key = await keyFor(recorded.by)
    if (key !== undefined) headers.set('Authorization', `Bearer ${key}`)
    const body = bodyText(recorded.body)
    if (body !== undefined) headers.set('Content-Type', 'application/json')
    const request = new Request(`http://localhost${mapIds(recorded.path)}`, {
      method: recorded.method,
      headers,
      ...(body === undefined ? {} : { body: mapIds(body) }),
    })
    const cookie = recorded.by.kind === 'user' ? await cookieOf(recorded.by.id) : ''
    const response = await server.handle(request, cookie ? { [sessionCookie]: cookie } : {})
    const text = await response.text()
    const made = readCreated(text)
    if (made.token && made.key) keys.set(made.token, made.key)
    if (recorded.made !== null && made.id !== null && recorded.made !== made.id) {
      ids.set(recorded.made, made.id)
    }
    done += 1
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
  return { done, different }
}

function bodyText(body: unknown): string | undefined {
  if (body === undefined || body === null) return undefined
  // Passwords are not recorded; all demo accounts have the same one.
  return JSON.stringify(body, (name, value: unknown) =>
    name === 'password' ? demoPassword : value,
  )
}
