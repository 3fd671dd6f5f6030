import type { Permissions } from '#src/mock/domain/records.ts'
import type { RandomBytes } from '#src/mock/domain/random.ts'
import { sha256 } from '#src/mock/domain/sha256.ts'
import { buildToken } from '#src/mock/domain/token.ts'
import { generateKey } from '#src/mock/domain/tokenKey.ts'
import { defaultWorld } from '#src/mock/scenarios/defaultWorld.ts'
import { seed, type SeedData } from '#src/mock/scenarios/seedData.ts'
import { createServer, type Server } from '#src/mock/server/server.ts'
import { sessionCookie } from '#src/mock/server/session.ts'
import { createMemoryStorage, type MemoryStorage } from '#src/mock/storage/memory.ts'
import { type HelpdeskTypes, schema, type Storage } from '#src/mock/domain/schema.ts'
import { seededBytes } from '#src/mock/domain/random.ts'

import { recordExchange } from '../../support/contract/recordExchange.ts'
import type { Business } from './ids.ts'
import type { FormParts, Sent } from './requests.ts'

/** The start time of all these tests. */
export const start = new Date('2026-11-24T09:00:00.000Z')

/** A placeholder for the key in a request's path. No response may repeat the key. */
export const keyPlaceholder = 'KEY-OF-THE-TOKEN'

export interface Answer {
  status: number
  headers: Headers
  text: string
  /** The parsed JSON body; undefined if there is none. */
  body: unknown
}

export interface Api {
  clock: { now(): Date; set(next: Date): void }
  world: SeedData
  key: string
  tokenId: string
  /** Sends a request with the token's key, or with another key. */
  send(sent: Sent, key?: string): Promise<Answer>
  /** Sends a request to the management API, as a logged-in Admin of Northwind Home. */
  sendAsAdmin(sent: Sent): Promise<Answer>
}

const users = {
  northwind: { userId: 'usr_alex', businessId: 'biz_northwind' },
  lantern: { userId: 'usr_sky', businessId: 'biz_lantern' },
} as const satisfies Record<Business, unknown>

const session = 'a-session'

export interface Options {
  /** Permissions of a Custom token. By default, the token has Full Access to everything. */
  permissions?: Permissions
  level?: 'read_only' | 'full_access'
  business?: Business
  change?: (world: SeedData) => void
}

/**
 * Returns the demo's data with both businesses on a plan with tokens, and one token. It is cheap, so each run of a property
 * creates its own, and a failure can be reproduced from its seed and path.
 */
export function worldWithToken({
  permissions,
  level,
  business = 'northwind',
  change,
}: Options = {}) {
  const world = defaultWorld(start)
  for (const each of world.businesses) each.plan = 'professional'
  const randomBytes = seededBytes('round')
  const key = generateKey(randomBytes)
  const token = buildToken(
    {
      name: 'ShipFast',
      description: '',
      accessLevel: permissions ? 'custom' : (level ?? 'full_access'),
      permissions,
      expiresAt: null,
    },
    key,
    users[business],
    { now: start, randomBytes },
  )
  world.tokens.push(token)
  world.sessions.push({
    id: sha256(session),
    userId: users.northwind.userId,
    expiresAt: '2099-01-01T00:00:00.000Z',
  })
  change?.(world)
  return { world, key, tokenId: token.id, randomBytes }
}

/** Starts an in-memory API for one run, with an application that has a key. */
export async function startApi(
  options: Options = {},
): Promise<Api & { storage: MemoryStorage<HelpdeskTypes> }> {
  const storage = createMemoryStorage(schema)
  const { world, ...made } = worldWithToken(options)
  await storage.write((db) => seed(db, world))
  return { ...apiOn(storage, { world, ...made }), storage }
}

/** Starts an API on a storage that already has its data. */
export function apiOn(
  storage: Storage,
  made: { world: SeedData; key: string; tokenId: string; randomBytes: RandomBytes },
): Api {
  let now = start
  const clock = { now: () => now, set: (next: Date) => void (now = next) }
  const server = createServer({
    storage,
    clock,
    randomBytes: made.randomBytes,
    observe: recordExchange,
  })
  const { key, tokenId, world } = made
  return {
    clock,
    world,
    key,
    tokenId,
    send: (sent, other = key) => sendTo(server, sent, other),
    sendAsAdmin: (sent) => sendTo(server, sent, undefined),
  }
}

/** Sends any request as it is. Without a key, sends it in the session of an Admin. */
async function sendTo(server: Server, sent: Sent, key: string | undefined): Promise<Answer> {
  const { method, path, contentType, idempotencyKey, language, body } = sent
  const { authorization = `Bearer ${key}` } = sent
  const request = new Request(`http://localhost${path.replaceAll(keyPlaceholder, key ?? '')}`, {
    method,
    headers: {
      ...(key === undefined ? {} : { Authorization: authorization }),
      // The Request sets the content type of a form itself, including the boundary.
      ...(contentType === undefined ? {} : { 'Content-Type': contentType }),
      ...(language === undefined ? {} : { 'Accept-Language': language }),
      ...(idempotencyKey === undefined ? {} : { 'Idempotency-Key': idempotencyKey }),
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : formOf(body) }),
  })
  const cookies: Record<string, string> = key === undefined ? { [sessionCookie]: session } : {}
  const response = await server.handle(request, { cookies })
  const text = await response.text()
  return {
    status: response.status,
    headers: response.headers,
    text,
    body: text === '' ? undefined : (JSON.parse(text) as unknown),
  }
}

function formOf({ files, texts }: FormParts): FormData {
  const form = new FormData()
  for (const [name, text] of texts) form.append(name, text)
  for (const { field, name, type, content } of files) {
    form.append(field, new File([content], name, { type }))
  }
  return form
}
