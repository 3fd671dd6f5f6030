import 'fake-indexeddb/auto'

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { seed } from '#src/mock/scenarios/seedData.ts'
import { createIndexedDbStorage } from '#src/mock/storage/indexedDb.ts'
import { createMemoryStorage } from '#src/mock/storage/memory.ts'
import { schema, type Storage } from '#src/mock/domain/schema.ts'

import { propertyTest } from '../../support/propertyTest.ts'
import { newOrder } from '../../support/publicApi/orderBodies.ts'
import { type Answer, apiOn, worldWithToken } from './api.ts'
import type { Sent } from './requests.ts'

let databases = 0

/** The storages to test: in memory, and one database opened by two tabs. */
const storages = [
  ['memory', 1000, inMemory],
  ['two tabs on IndexedDB', 100, inTwoTabs],
] as const

async function inMemory(made: ReturnType<typeof worldWithToken>): Promise<[Storage, Storage]> {
  const storage = createMemoryStorage(schema)
  await storage.write((db) => seed(db, made.world))
  return [storage, storage]
}

async function inTwoTabs(made: ReturnType<typeof worldWithToken>): Promise<[Storage, Storage]> {
  const name = `races-${++databases}`
  const fill = (db: Parameters<Parameters<Storage['write']>[0]>[0]) => seed(db, made.world)
  return [createIndexedDbStorage(schema, name, fill), createIndexedDbStorage(schema, name, fill)]
}

/** Calls of an application while its token is deleted. */
const calls: readonly Sent[] = [
  { method: 'GET', path: '/v1/whoami' },
  { method: 'GET', path: '/v1/tickets?filter_status_equals=Open' },
  { method: 'DELETE', path: '/v1/tickets/1' },
  json('PUT', '/v1/tickets/2', { subject: 'Changed' }),
  json('POST', '/v1/order-notes', { sales_order_id: 1001, text: 'From the race' }),
]

function json(method: string, path: string, body: object): Sent {
  return { method, path, contentType: 'application/json', body: JSON.stringify(body) }
}

/**
 * A storage that waits for the scheduler, and so for the seed, before each transaction.
 *
 * @param committed collects the results of the transactions, in the order in which they were committed.
 */
function shuffled(storage: Storage, scheduler: fc.Scheduler, committed: unknown[]): Storage {
  const turn = () => scheduler.schedule(Promise.resolve(), 'a transaction')
  return {
    read: async (work) => turn().then(() => storage.read(work)),
    write: async (work) => {
      await turn()
      const result = await storage.write(work)
      committed.push(result)
      return result
    },
  }
}

describe.each(storages)('parallel requests, in %s', propertyTest, (_place, races, open) => {
  async function twoTabs(scheduler: fc.Scheduler, committed: unknown[] = []) {
    const made = worldWithToken()
    const [one, other] = await open(made)
    return {
      one: apiOn(shuffled(one, scheduler, committed), made),
      other: apiOn(shuffled(other, scheduler, committed), made),
      storage: one,
    }
  }

  it('of a token are refused once its deletion was acknowledged', async () => {
    const chosen = fc.array(fc.constantFrom(...calls), { minLength: 1, maxLength: 4 })
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), chosen, chosen, async (scheduler, atOnce, after) => {
        const committed: unknown[] = []
        const { one, other, storage } = await twoTabs(scheduler, committed)
        const path = `/api/tokens/${one.tokenId}`
        const deletion = one.sendAsAdmin({ method: 'DELETE', path })
        const sending = Promise.all(atOnce.map((sent) => other.send(sent)))
        const late = deletion.then(() => Promise.all(after.map((sent) => other.send(sent))))
        await scheduler.waitFor(Promise.all([sending, late]))
        expect((await deletion).status).toBe(204)
        expect((await late).map(({ text }) => text)).toEqual(after.map(() => invalidToken))
        const statuses = committed.map((result) => (result as { status: number }).status)
        expect(statuses.slice(statuses.indexOf(204))).toEqual([204])
        // No pending request restored the token by updating its counters.
        expect(await storage.read((db) => db.get('tokens', one.tokenId))).toBeUndefined()
      }),
      { numRuns: races },
    )
  })

  it('create records with unique ids', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.scheduler(),
        fc.array(fc.boolean(), { minLength: 2, maxLength: 8 }),
        async (scheduler, tabs) => {
          const { one, other, storage } = await twoTabs(scheduler)
          const sending = tabs.map((first, position) =>
            (first ? one : other).send(
              json('POST', '/v1/tags', { name: `Tag ${position}`, tag_group_id: 1 }),
            ),
          )
          const ids = (await scheduler.waitFor(Promise.all(sending))).map(idOf)
          expect(new Set(ids).size).toBe(tabs.length)
          const tags = await storage.read((db) => db.list('tags', 'byBusiness', ours))
          expect(tags.map(({ id }) => id)).toEqual(expect.arrayContaining(ids))
        },
      ),
      { numRuns: races / 10 },
    )
  })

  it('for the same name or number succeed only once', async () => {
    const wanted = fc.constantFrom(
      json('POST', '/v1/tags', { name: 'Wanted', tag_group_id: 1 }),
      json('POST', '/v1/sales-orders', newOrder()),
    )
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), wanted, async (scheduler, sent) => {
        const { one, other } = await twoTabs(scheduler)
        const sending = [one, other, one].map((tab) => tab.send(sent))
        const responses = await scheduler.waitFor(Promise.all(sending))
        const statuses = responses.map(({ status }) => status)
        expect(statuses.sort()).toEqual([200, 400, 400])
      }),
      { numRuns: races / 10 },
    )
  })

  it('to change a record leave one of the written states, and lose no additions', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), fc.integer({ min: 2, max: 6 }), async (scheduler, count) => {
        const { one, other, storage } = await twoTabs(scheduler)
        const each = Array.from({ length: count }, (_, position) => position)
        const sending = each.flatMap((position) => {
          const tab = position % 2 === 0 ? one : other
          const link = `https://www.example.com/${position}`
          return [
            tab.send(
              json('PUT', '/v1/tags/1', { name: `Name ${position}`, color: colors[position] }),
            ),
            tab.send(
              json('POST', '/v1/sales-orders-tracking-links/1002', {
                tracking_links: [{ tracking_link: link }],
              }),
            ),
          ]
        })
        const responses = await scheduler.waitFor(Promise.all(sending))
        expect(responses.map(({ status }) => status)).toEqual(responses.map(() => 200))
        const tag = await storage.read((db) => db.get('tags', 1))
        expect(each.map((position) => [`Name ${position}`, colors[position]])).toContainEqual([
          tag?.name,
          tag?.color,
        ])
        const order = await storage.read((db) => db.get('salesOrders', 1002))
        expect(order?.tracking.map(({ tracking_link }) => tracking_link).sort()).toEqual(
          each.map((position) => `https://www.example.com/${position}`),
        )
      }),
      { numRuns: races / 10 },
    )
  })
})

const ours = { equals: ['biz_northwind'] }
const invalidToken = JSON.stringify({
  error: {
    httpCode: 403,
    message: 'You are not authorized to access this',
    details: 'Invalid token.',
  },
})
const colors = ['757575', 'F44336', 'E91E63', '9C27B0', '673AB7', '3F51B5'] as const

function idOf({ body }: Answer): number {
  return (body as { data: { id: number } }).data.id
}
