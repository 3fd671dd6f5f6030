import type { RandomBytes } from '../domain/random.ts'
import type { ExchangeRecord } from '../domain/records.ts'
import { demoPassword } from '../scenarios/demoAccounts.ts'
import { createServer } from '../server.ts'
import { sessionCookie } from '../session.ts'
import type { Storage } from '../storage/storage.ts'
import { Answer } from './answer.ts'
import { isChange } from './recorder.ts'
import { cookieValue, logInAs } from './worlds.ts'

/** What is needed of a request to do it again. */
export type Deed = Pick<
  ExchangeRecord,
  'id' | 'at' | 'method' | 'path' | 'surface' | 'by' | 'status' | 'body' | 'headers' | 'made'
>

export interface Difference {
  /** The exchange's number. */
  number: number
  /** Method and path. */
  request: string
  expected: string
  got: string
}

/**
 * Does again, one after the other and each at its own time, what changed something.
 *
 * @param storage a world as it was before the first of them.
 * @param keyOf the key of a token that was there from the beginning, by its name.
 * @param randomBytes of the machine, for what the world's seed is not for.
 */
export async function doAgain(
  deeds: readonly Deed[],
  {
    storage,
    keyOf,
    randomBytes,
  }: { storage: Storage; keyOf: (tokenName: string) => string; randomBytes: RandomBytes },
): Promise<{ done: number; different: Difference[] }> {
  let now = new Date(0)
  const server = createServer({
    storage,
    clock: { now: () => now },
    randomBytes,
    ResponseClass: Answer,
  })
  const cookies = new Map<string, string>()
  const keys = new Map<string, string>()
  /** Where ids are not from a seed, others were given the second time. */
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

  function withNewIds(text: string): string {
    let renamed = text
    for (const [before, after] of ids) renamed = renamed.replaceAll(before, after)
    return renamed
  }

  async function keyFor(by: ExchangeRecord['by']): Promise<string | undefined> {
    if (by.kind !== 'token') return undefined
    const id = withNewIds(by.id)
    const token = await storage.read((db) => db.get('tokens', id))
    return keys.get(id) ?? keyOf(token?.name ?? by.name)
  }

  async function doOne(deed: Deed): Promise<void> {
    now = new Date(deed.at)
    const headers = new Headers(deed.headers)
    const key = await keyFor(deed.by)
    if (key !== undefined) headers.set('Authorization', `Bearer ${key}`)
    const body = bodyText(deed.body)
    if (body !== undefined) headers.set('Content-Type', 'application/json')
    const request = new Request(`http://localhost${withNewIds(deed.path)}`, {
      method: deed.method,
      headers,
      ...(body === undefined ? {} : { body: withNewIds(body) }),
    })
    const cookie = deed.by.kind === 'user' ? await cookieOf(deed.by.id) : ''
    const answer = await server.handle(request, cookie ? { [sessionCookie]: cookie } : {})
    const text = await answer.text()
    const made = madeIn(text)
    if (made.token && made.key) keys.set(made.token, made.key)
    if (deed.made !== null && made.id !== null && deed.made !== made.id) ids.set(deed.made, made.id)
    done += 1
    if (answer.status !== deed.status) {
      different.push({
        number: deed.id,
        request: `${deed.method} ${deed.path}`,
        expected: String(deed.status),
        got: String(answer.status),
      })
    }
  }

  for (const deed of deeds.filter(isChange)) await doOne(deed)
  return { done, different }
}

/** What an answer tells of what was made: its id, and the key of a token. */
export function madeIn(text: string): { id: string | null; token?: string; key?: string } {
  if (!text.startsWith('{')) return { id: null }
  const body = JSON.parse(text) as {
    id?: unknown
    token?: { id?: unknown }
    data?: { id?: unknown }
    key?: unknown
  }
  const token = body.token?.id
  const id = token ?? body.data?.id ?? body.id
  return {
    id: typeof id === 'string' || typeof id === 'number' ? String(id) : null,
    ...(typeof token === 'string' ? { token } : {}),
    ...(typeof body.key === 'string' ? { key: body.key } : {}),
  }
}

function bodyText(body: unknown): string | undefined {
  if (body === undefined || body === null) return undefined
  // Passwords are not recorded; a demo has one for everybody.
  return JSON.stringify(body, (name, value: unknown) =>
    name === 'password' ? demoPassword : value,
  )
}
