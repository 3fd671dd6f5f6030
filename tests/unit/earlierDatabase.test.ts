import 'fake-indexeddb/auto'

import { readFileSync } from 'node:fs'

import { openDB } from 'idb'
import { expect, it } from 'vitest'

import { demoSchema } from '#src/mock/demo/schema.ts'
import { seededBytes } from '#src/mock/domain/random.ts'
import { createServer } from '#src/mock/server/server.ts'
import { createIndexedDbStorage } from '#src/mock/storage/indexedDb.ts'

import { recordExchange } from '../support/contract/recordExchange.ts'

/**
 * A database as version 0.3.0 stored it. Its own code has written it, into fake-indexeddb: the demo's data on 2026-11-28, the
 * Admin's session, five tokens of which one is paused and one is being replaced, and some requests with their keys.
 */
const earlier = JSON.parse(
  readFileSync(new URL('../support/database-0.3.0.json', import.meta.url), 'utf8'),
) as {
  version: number
  session: string
  keys: Record<string, string>
  stores: Record<string, StoredTable>
}

interface StoredTable {
  keyPath: string | null
  indexes: { name: string; keyPath: string[]; unique: boolean }[]
  records?: { id: string | number }[]
  entries?: [number, unknown][]
}

let databases = 0

/** Creates the database of version 0.3.0 under a new name. */
async function createEarlierDatabase(): Promise<string> {
  const name = `earlier-${++databases}`
  const database = await openDB(name, earlier.version, {
    upgrade(opened) {
      for (const [table, { keyPath, indexes = [], records, entries }] of Object.entries(
        earlier.stores,
      )) {
        const store = opened.createObjectStore(table, { keyPath })
        for (const index of indexes) {
          store.createIndex(index.name, index.keyPath, { unique: index.unique })
        }
        for (const record of records ?? []) void store.put(record)
        for (const [key, value] of entries ?? []) void store.put(value, key)
      }
    },
  })
  database.close()
  return name
}

/** Opens a database with the present code, and returns a function that sends requests as the Admin who was logged in. */
function open(name: string, earlierName?: string) {
  const seeding: string[] = []
  const storage = createIndexedDbStorage(
    demoSchema,
    name,
    async () => void seeding.push(name),
    earlierName === undefined ? {} : { earlierName: async () => earlierName },
  )
  const server = createServer({
    storage,
    clock: { now: () => new Date('2026-11-28T12:00:00Z') },
    randomBytes: seededBytes('0.3.0 again'),
    observe: recordExchange,
  })
  async function send(method: string, path: string, sent: { body?: unknown; key?: string } = {}) {
    const response = await server.handle(
      new Request(`http://localhost${path}`, {
        method,
        headers: {
          ...(sent.key ? { Authorization: `Bearer ${sent.key}` } : {}),
          ...(sent.body ? { 'Content-Type': 'application/json' } : {}),
          'Idempotency-Key': `again-${path}-${JSON.stringify(sent.body)}`.replace(/[^\w-]/g, ''),
          'If-Match': '*',
        },
        ...(sent.body ? { body: JSON.stringify(sent.body) } : {}),
      }),
      { cookies: { edesk_session: earlier.session } },
    )
    return { status: response.status, body: (await response.json()) as never }
  }
  const names = async (query = '') => {
    const { body } = await send('GET', `/api/tokens?pageSize=100&sort=name${query}`)
    const { items } = body as { items: { name: string; oldKeys: { name: string }[] }[] }
    return items.flatMap((token) => [token, ...token.oldKeys]).map((token) => token.name)
  }
  return { seeding, storage, send, names }
}

it.each([
  ['opened under its name', async () => open(await createEarlierDatabase())],
  [
    'copied to a name of the folder',
    async () => open(`copy-${++databases}:/edesk/`, await createEarlierDatabase()),
  ],
])('keeps the data of version 0.3.0, %s', async (_how, start) => {
  const { seeding, storage, send, names } = await start()
  const all = await names()
  expect(seeding, 'no new data').toEqual([])
  expect(all).toHaveLength(6)
  expect(all.filter((name) => !name.includes('old key'))).toEqual([
    ...['Ärzte', 'Łódź returns', 'Ship fast', 'Token 2', 'Token 10'].map((name) =>
      name === 'Ship fast' ? 'Ｓhip fast' : name,
    ),
  ])
  expect(await names('&search=arzte')).toEqual(['Ärzte'])
  expect(await names('&status=paused')).toEqual(['Token 10'])

  // Every record is unchanged.
  for (const [table, { records }] of Object.entries(earlier.stores)) {
    if (!records) continue
    const stored = await storage.read((db) => db.all(table as 'tokens'))
    if (table !== 'exchanges') expect(stored, table).toEqual(records)
  }

  // The names and keys are known, and the data can be changed.
  const taken = { name: 'ship FAST', description: '', accessLevel: 'read_only' }
  expect((await send('POST', '/api/tokens', { body: taken })).status).toBe(422)
  const key = earlier.keys['Łódź returns'] ?? ''
  expect((await send('GET', '/v1/tags', { key })).body).toMatchObject({
    data: expect.arrayContaining([expect.objectContaining({ name: 'From 0.3.0' })]),
  })
  const added = { name: 'New', description: '', accessLevel: 'read_only' }
  expect((await send('POST', '/api/tokens', { body: added })).status).toBe(201)
  expect(await names()).toContain('New')
  const { body } = await send('GET', '/api/activity')
  expect((body as { total: number }).total).toBe(
    (earlier.stores.activity?.records?.length ?? 0) + 1,
  )
})

it('leaves the database of version 0.3.0 to its own code', async () => {
  const name = await createEarlierDatabase()
  const { send, names } = open(`copy-${++databases}:/edesk/`, name)
  await send('POST', '/api/tokens', {
    body: { name: 'Only here', description: '', accessLevel: 'read_only' },
  })
  expect(await names()).toContain('Only here')
  // As version 0.3.0 opens it: with its own number, which must not be too low.
  const database = await openDB(name, earlier.version)
  expect([...database.objectStoreNames]).toEqual(Object.keys(earlier.stores).sort())
  expect(await database.getAll('tokens')).toEqual(earlier.stores.tokens?.records)
  database.close()
})

it('copies once: later changes of the earlier version stay its own', async () => {
  const name = await createEarlierDatabase()
  const copy = `copy-${++databases}:/`
  expect(await open(copy, name).names()).toHaveLength(6)
  const database = await openDB(name, earlier.version)
  await database.clear('tokens')
  database.close()
  expect(await open(copy, name).names()).toHaveLength(6)
})

it('creates the data of a new browser, also if two tabs copy at once', async () => {
  const { seeding, storage } = open(`new-${++databases}:/`, 'no-such-database')
  expect(await storage.read((db) => db.all('tokens'))).toEqual([])
  expect(seeding).toHaveLength(1)
  expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain('no-such-database')

  const name = await createEarlierDatabase()
  const copy = `copy-${++databases}:/`
  const tabs = [open(copy, name), open(copy, name)]
  for (const tab of tabs) expect(await tab.names()).toHaveLength(6)
})
