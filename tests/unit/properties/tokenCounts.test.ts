import 'fake-indexeddb/auto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import type { components } from '#src/api/generated/schema.ts'
import { nameKey } from '#src/shared/nameKey.ts'
import { msPerDay } from '#src/shared/time.ts'
import type { TokenRecord } from '#src/mock/domain/records.ts'
import { nameOrder } from '#src/mock/domain/nameOrder.ts'
import { schema, type Storage } from '#src/mock/domain/schema.ts'
import { emptySeedData, seed } from '#src/mock/scenarios/seedData.ts'
import { createIndexedDbStorage } from '#src/mock/storage/indexedDb.ts'
import { createMemoryStorage } from '#src/mock/storage/memory.ts'

import { propertyTest } from '../../support/propertyTest.ts'
import { token } from '../../support/tokenRecord.ts'
import { type Api, apiOn, start, worldWithToken } from './api.ts'

type TokenList = components['schemas']['TokenList']

/** Times at a limit, and one millisecond before and after it. */
const times = fc
  .tuple(fc.constantFrom(-120, -60, -14, 0, 14, 60), fc.integer({ min: -1, max: 1 }))
  .map(([days, milliseconds]) => timeAt(days, milliseconds))

const values = fc.record({
  createdAt: times.filter((time) => time <= timeAt(0)),
  lastUsedAt: fc.option(times),
  lastAnsweredAt: fc.option(times),
  lastRefusedAt: fc.option(times),
  expiresAt: fc.option(times),
  pausedAt: fc.option(fc.constant(timeAt(-1)), { freq: 2 }),
  refusedInARow: fc.constantFrom(0, 9, 10, 10),
  // Often the next and the previous token, so that many of these links are mutual. There is no token 99.
  replacedBy: fc.constantFrom('none', 'next', 'next', 99),
  replaces: fc.constantFrom('none', 'previous', 'previous', 99),
})
type Values = typeof values extends fc.Arbitrary<infer Each> ? Each : never

const number = fc.nat({ max: 8 })
const step = fc.oneof(
  fc.record({ daysPass: fc.constantFrom(14, 60) }),
  fc.record({ put: number, values }),
  fc.record({ remove: number }),
)
type Step = typeof step extends fc.Arbitrary<infer Each> ? Each : never

/** The orders with an index, and one without. */
const sortValues: Readonly<Record<string, (token: TokenRecord, now: Date) => string>> = {
  name: ({ name }) => nameOrder(name),
  '-name': ({ name }) => nameOrder(name),
  createdAt: ({ createdAt }) => createdAt,
  '-createdAt': ({ createdAt }) => createdAt,
  '-lastUsedAt': ({ lastAnsweredAt }) => lastAnsweredAt ?? '0',
  attention: attentionValue,
}

let databases = 0
const storages: Readonly<Record<string, () => Storage>> = {
  memory: () => createMemoryStorage(schema),
  IndexedDB: () => createIndexedDbStorage(schema, `counts-${++databases}`),
}

describe.each(Object.entries(storages))('the list from %s', propertyTest, (_place, create) => {
  it('counts and sorts as a plain count and sort does, after each change and at any time', async () => {
    const lists = fc.record({
      given: fc.array(values, { minLength: 4, maxLength: 8 }),
      steps: fc.array(step, { minLength: 1, maxLength: 3 }),
      sort: fc.constantFrom(...Object.keys(sortValues)),
      pageSize: fc.integer({ min: 2, max: 4 }),
    })
    await fc.assert(
      fc.asyncProperty(lists, async ({ given, steps, ...query }) => {
        const storage = create()
        const made = worldWithToken()
        const { businesses, users, sessions } = made.world
        const tokens = given.map(recordOf)
        const world = { ...emptySeedData(), businesses, users, sessions, tokens }
        await storage.write((db) => seed(db, world))
        const api = apiOn(storage, made)
        await expectList(api, storage, query)
        for (const step of steps) {
          await takeStep(step, api, storage)
          await expectList(api, storage, query)
        }
      }),
      { numRuns: 60 },
    )
  })
})

function timeAt(days: number, milliseconds = 0): string {
  return new Date(start.getTime() + days * msPerDay + milliseconds).toISOString()
}

async function takeStep(step: Step, api: Api, storage: Storage): Promise<void> {
  if ('daysPass' in step) {
    api.clock.set(new Date(api.clock.now().getTime() + step.daysPass * msPerDay))
  } else {
    await storage.write((db) =>
      'put' in step
        ? db.put('tokens', recordOf(step.values, step.put))
        : db.delete('tokens', `tok_${step.remove}`),
    )
  }
}

function recordOf({ replacedBy, replaces, ...fields }: Values, number: number): TokenRecord {
  const linkTo = (link: string | number, linked: number) =>
    link === 'none' ? null : `tok_${link === 99 ? link : linked}`
  const name = `${['b', 'A', 'á'][number % 3]} ${number}`
  return {
    ...token,
    ...fields,
    id: `tok_${number}`,
    businessId: 'biz_northwind',
    name,
    nameKey: nameKey(name),
    keyEnding: `Q00${number}`,
    keyHash: `hash of ${number}`,
    replacedById: linkTo(replacedBy, number + 1),
    replacesId: linkTo(replaces, number - 1),
  }
}

/** Requests all pages of the list, and compares them with the stored tokens. */
async function expectList(
  api: Api,
  storage: Storage,
  { sort, pageSize }: { sort: string; pageSize: number },
): Promise<void> {
  const stored = await storage.read((db) => db.all('tokens'))
  const now = api.clock.now()
  const listed = stored.filter((each) => !isOldKey(each, stored, now))
  const counts = plainCounts(listed, now)
  const found: string[] = []
  for (let page = 1; page <= Math.ceil(listed.length / pageSize) + 1; page += 1) {
    const path = `/api/tokens?sort=${sort}&pageSize=${pageSize}&page=${page}`
    const { body } = await api.sendAsAdmin({ method: 'GET', path })
    const { items, ...list } = body as TokenList
    expect(list).toEqual({ total: listed.length, counts, page, pageSize })
    found.push(...items.map(({ id }) => id))
  }
  const valueOf = sortValues[sort] ?? (() => '')
  const ascending = listed.map((each) => `${valueOf(each, now)} ${each.id}`).sort()
  const isDescending = sort.startsWith('-') || sort === 'attention'
  const expected = isDescending ? ascending.toReversed() : ascending
  expect(found).toEqual(expected.map((text) => text.split(' ').at(-1)))
}

function isOldKey(token: TokenRecord, all: readonly TokenRecord[], now: Date): boolean {
  const replacement = all.find(({ id }) => id === token.replacedById)
  return replacement?.replacesId === token.id && daysLeft(token, now) > 0
}

function plainCounts(tokens: readonly TokenRecord[], now: Date): TokenList['counts'] {
  const count = (test: (each: TokenRecord) => boolean) => tokens.filter(test).length
  const daysUnused = ({ lastUsedAt, createdAt }: TokenRecord) =>
    (now.getTime() - Date.parse(lastUsedAt ?? createdAt)) / msPerDay
  return {
    all: tokens.length,
    unused: count((each) => daysUnused(each) >= 60),
    expiring: count((each) => daysLeft(each, now) > 0 && daysLeft(each, now) <= 14),
    failing: count(
      (each) => each.refusedInARow >= 10 && each.pausedAt === null && daysLeft(each, now) > 0,
    ),
  }
}

function daysLeft({ expiresAt }: TokenRecord, now: Date): number {
  return expiresAt === null ? Infinity : (Date.parse(expiresAt) - now.getTime()) / msPerDay
}

/** A text that sorts tokens by attention, the last first. */
function attentionValue(token: TokenRecord, now: Date): string {
  const { refusedInARow, pausedAt, expiresAt, lastRefusedAt, lastAnsweredAt, createdAt } = token
  const left = daysLeft(token, now)
  const refused = String(lastRefusedAt)
  if (left > 0 && pausedAt === null && refusedInARow >= 10) return `3 ${refused}`
  const daysSinceRefusal = (now.getTime() - Date.parse(refused)) / msPerDay
  if (left <= 0 && refused >= String(expiresAt) && daysSinceRefusal < 30) return `2 ${refused}`
  const isReplaced = token.replacedById !== null
  if (left > 0 && left <= 14 && pausedAt === null && !isReplaced) {
    // The one that expires next comes first.
    return `1 ${String(9e15 - Date.parse(expiresAt ?? '')).padStart(20, '0')}`
  }
  return `0 ${lastAnsweredAt ?? createdAt}`
}
