import 'fake-indexeddb/auto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import type { components } from '#src/api/generated/schema.ts'
import {
  accessLevelValues,
  featureValues,
  languageValues,
  tokenSortValues,
  tokenStatusValues,
} from '#src/api/generated/values.ts'
import { grantedPermissions } from '#src/shared/access.ts'
import { nameOrder } from '#src/mock/domain/nameOrder.ts'
import { nameKey } from '#src/shared/nameKey.ts'
import type { TokenRecord } from '#src/mock/domain/records.ts'
import { buildToken } from '#src/mock/domain/token.ts'
import type { TokenFilter, TokenOrder } from '#src/mock/domain/tokenFilter.ts'
import { seed, type SeedData } from '#src/mock/scenarios/seedData.ts'
import { createIndexedDbStorage } from '#src/mock/storage/indexedDb.ts'
import { schema, type Writer } from '#src/mock/domain/schema.ts'
import { msPerDay } from '#src/shared/time.ts'

import { propertyTest } from '../../support/propertyTest.ts'
import { apiOn, type Api, start, startApi, worldWithToken } from './api.ts'

type TokenList = components['schemas']['TokenList']
type TokenIdList = components['schemas']['TokenIdList']

const words = [
  'Ship',
  'fast',
  'LABELS',
  'é',
  'Łódź',
  'lz',
  'nz',
  'ñ',
  'カ',
  'か',
  'باب',
  '2',
  '10',
  '仓库',
  '🚚',
  '.',
]
const texts = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 4 })
const times = fc
  .integer({ min: -12, max: 12 })
  .map((weeks) => new Date(start.getTime() + weeks * 5 * msPerDay).toISOString())
const pasts = times.filter((time) => time <= start.toISOString())

/** Values in which tokens differ. */
const differences = fc.array(
  fc.record({
    name: texts.map((chosen) => chosen.join(' ')),
    description: fc.oneof(
      fc.constant(''),
      texts.map((chosen) => chosen.join('\n')),
    ),
    level: fc.constantFrom(...accessLevelValues),
    tickets: fc.constantFrom('full_access', 'read_only', 'no_access'),
    createdById: fc.constantFrom('usr_alex', 'usr_robin'),
    createdAt: pasts,
    lastUsedAt: fc.option(pasts),
    lastAnsweredAt: fc.option(pasts),
    refused: fc.option(fc.tuple(pasts, fc.constantFrom(0, 9, 10))),
    expiresAt: fc.option(times),
    pausedAt: fc.option(pasts),
    replacedById: fc.option(fc.constant('tok_other'), { freq: 2 }),
  }),
  { minLength: 3, maxLength: 16, size: 'max' },
)

const everyFilter = fc.record({
  search: texts.map((chosen) => chosen.slice(0, 2).join(' ').toUpperCase()),
  access: fc.constantFrom(...accessLevelValues),
  status: fc.constantFrom(...tokenStatusValues),
  feature: fc.constantFrom(...featureValues.slice(0, 4)),
  madeBy: fc.constantFrom('usr_alex', 'usr_robin'),
  neverUsed: fc.boolean(),
  unusedFor: fc.integer({ min: 1, max: 60 }),
  expiring: fc.integer({ min: 1, max: 60 }),
})

/** At most two conditions: hardly any token matches more. */
const filters: fc.Arbitrary<TokenFilter> = fc
  .tuple(everyFilter, fc.array(fc.nat({ max: 7 }), { maxLength: 2 }))
  .map(([all, chosen]) =>
    Object.fromEntries(Object.entries(all).filter((_, position) => chosen.includes(position))),
  )

let databases = 0

/** An API on each kind of storage, with the same data. */
const startOn = {
  memory: (change: (world: SeedData) => void) => startApi({ change }),
  IndexedDB: async (change: (world: SeedData) => void) => {
    const made = worldWithToken({ change })
    const fill = (db: Writer) => seed(db, made.world)
    return apiOn(createIndexedDbStorage(schema, `rows-${++databases}`, fill), made)
  },
} as const

describe.each(['memory', 'IndexedDB'] as const)(
  'the projected list from %s',
  propertyTest,
  (place) => {
    it('equals filtering and sorting all records, page by page', async () => {
      const order = fc.constantFrom(...tokenSortValues)
      const size = fc.integer({ min: 1, max: 5 })
      const language = fc.constantFrom(...languageValues)
      await fc.assert(
        fc.asyncProperty(
          differences,
          filters,
          order,
          size,
          language,
          async (given, filter, sort, pageSize, language) => {
            const tokens = given.map((each, number) => recordOf(each, number))
            const expected = tokens
              .filter((token) => matches(token, filter))
              .sort(inOrderOf(sort, language))
              .map(({ id }) => id)
            const api = await startOn[place]((world) => {
              world.tokens = tokens
            })
            expect(await pagesOf(api, { ...filter, sort, pageSize }, language)).toEqual(expected)
            const { body } = await api.sendAsAdmin({ method: 'GET', path: idsPath(filter) })
            const { items, total } = body as TokenIdList
            expect(items.map(({ id }) => id).sort()).toEqual(expected.toSorted())
            expect(total).toBe(expected.length)
          },
        ),
        { numRuns: 150 },
      )
    })
  },
)

type Difference = typeof differences extends fc.Arbitrary<(infer Each)[]> ? Each : never

function recordOf({ level, tickets, refused, ...each }: Difference, number: number): TokenRecord {
  const chosen = { ...grantedPermissions('custom', undefined), tickets }
  const input =
    level === 'custom'
      ? {
          name: each.name,
          description: '',
          accessLevel: level,
          permissions: chosen,
          expiresAt: null,
        }
      : { name: each.name, description: '', accessLevel: level, expiresAt: null }
  const key = `key-${number}`
  const creator = { userId: each.createdById, businessId: 'biz_northwind' }
  const context = { now: start, randomBytes: () => new Uint8Array(16) }
  const token = buildToken(input, key, creator, context)
  const name = `${each.name} ${number}`
  const keyEnding = `Q${String(number).padStart(3, '0')}`
  const [lastRefusedAt, refusedInARow] = refused ?? [null, 0]
  const refusals = { lastRefusedAt, refusedInARow }
  return {
    ...token,
    ...each,
    ...refusals,
    name,
    nameKey: nameKey(name),
    id: `tok_${number}`,
    keyEnding,
  }
}

async function pagesOf(
  api: Api,
  query: TokenFilter & { sort: TokenOrder; pageSize: number },
  language: string,
): Promise<string[]> {
  const found: string[] = []
  for (let page = 1; ; page += 1) {
    const path = `/api/tokens?${queryString({ ...query, page })}`
    const { body } = await api.sendAsAdmin({ method: 'GET', path, language })
    const { items, total } = body as TokenList
    found.push(...items.map(({ id }) => id))
    if (items.length === 0) {
      expect(total).toBe(found.length)
      return found
    }
  }
}

const idsPath = (filter: TokenFilter) => `/api/token-ids?${queryString({ ...filter })}`

function queryString(query: Record<string, unknown>): string {
  const pairs = Object.entries(query).map(([name, value]) => [name, String(value)])
  return new URLSearchParams(pairs).toString()
}

/** The same rules, implemented as simply as possible. */
function matches(token: TokenRecord, filter: TokenFilter): boolean {
  const ago = (days: number) => new Date(start.getTime() - days * msPerDay).toISOString()
  const texts = [token.name, token.description, token.keyEnding]
  const plain = (text: string) =>
    text
      .toLowerCase()
      .replace(/[éñカ]/g, (letter) => ({ é: 'e', ñ: 'n' })[letter] ?? 'か')
      .replaceAll('łódź', 'lodz')
      .replaceAll('\n', ' ')
  const words = plain(filter.search ?? '').split(' ')
  return [
    words.every((word) => texts.some((text) => plain(text).includes(word))),
    filter.access === undefined || token.accessLevel === filter.access,
    filter.status === undefined || statusAtStart(token) === filter.status,
    filter.feature === undefined || token.permissions[filter.feature] !== 'no_access',
    filter.madeBy === undefined || token.createdById === filter.madeBy,
    filter.neverUsed === undefined || filter.neverUsed === !token.lastAnsweredAt,
    filter.unusedFor === undefined ||
      (token.lastUsedAt ?? token.createdAt) <= ago(filter.unusedFor),
    filter.expiring === undefined ||
      (token.expiresAt !== null &&
        token.expiresAt > start.toISOString() &&
        token.expiresAt <= ago(-filter.expiring)),
  ].every(Boolean)
}

function statusAtStart({ expiresAt, pausedAt, replacedById, refusedInARow }: TokenRecord): string {
  const days = expiresAt === null ? Infinity : (Date.parse(expiresAt) - start.getTime()) / msPerDay
  if (days <= 0) return 'expired'
  if (pausedAt) return 'paused'
  if (refusedInARow >= 10) return 'failing'
  if (replacedById) return 'being_replaced'
  return days <= 14 ? 'expiring_soon' : 'active'
}

function inOrderOf(sort: TokenOrder, language: string) {
  if (sort === 'attention') return byAttention
  const sign = sort.startsWith('-') ? -1 : 1
  if (sort.endsWith('name') && ['es', 'pl', 'ar', 'ja'].includes(language)) {
    const { compare } = new Intl.Collator(language, { numeric: true })
    return (one: TokenRecord, other: TokenRecord): number =>
      sign * (compare(one.name, other.name) || (one.nameKey < other.nameKey ? -1 : 1))
  }
  const field = sort.replace('-', '') as 'name' | 'createdAt' | 'lastUsedAt' | 'expiresAt'
  const valueOf = (token: TokenRecord) =>
    ({
      name: `${nameOrder(token.name)}\0${token.nameKey}`,
      createdAt: token.createdAt,
      lastUsedAt: token.lastAnsweredAt ?? '0',
      expiresAt: token.expiresAt ?? '9',
    })[field]
  return (one: TokenRecord, other: TokenRecord): number => {
    const pairs = [
      [valueOf(one), valueOf(other)],
      [one.id, other.id],
    ] as const
    const [first = '', second = ''] = pairs.find(([a, b]) => a !== b) ?? []
    return first < second ? -sign : sign
  }
}

function byAttention(one: TokenRecord, other: TokenRecord): number {
  const [first, second] = [attentionOf(one), attentionOf(other)]
  const position = first.findIndex((value, index) => value !== second[index])
  if (position < 0) return one.id < other.id ? 1 : -1
  return (first[position] ?? 0) - (second[position] ?? 0)
}

/** Values that sort tokens by attention, compared one after the other. */
function attentionOf(token: TokenRecord): number[] {
  const { expiresAt, lastRefusedAt, lastAnsweredAt, createdAt } = token
  const newest = (time: string) => -Date.parse(time)
  const status = statusAtStart(token)
  const isRecent = Date.parse(lastRefusedAt ?? '') > start.getTime() - 30 * msPerDay
  const wasTried = isRecent && (lastRefusedAt ?? '') >= (expiresAt ?? '')
  if (status === 'failing') return [0, newest(lastRefusedAt ?? '')]
  if (status === 'expired' && wasTried) return [1, newest(lastRefusedAt ?? '')]
  if (status === 'expiring_soon') return [2, Date.parse(expiresAt ?? '')]
  return [3, newest(lastAnsweredAt ?? createdAt)]
}
