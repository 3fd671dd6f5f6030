import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import type { components } from '#src/api/generated/schema.ts'
import type { SeedData } from '#src/mock/scenarios/seedData.ts'

import { propertyTest } from '../../support/propertyTest.ts'
import { type Api, startApi } from './api.ts'

type Listed = components['schemas']['SalesOrder'] | components['schemas']['Ticket']
type Values = Readonly<Record<string, unknown>>

const days = fc.integer({ min: 10, max: 24 }).map((day) => `2026-11-${day}`)
const times = fc.tuple(days, fc.constantFrom('00:00:00', '09:30:00', '23:59:59'))
const channels = fc.constantFrom(1, 2, 3)

/** Values in which records differ. Few values, so that many records are equal and their ids decide. */
const differences = fc.array(
  fc.record({
    created_at: times.map((time) => time.join(' ')),
    last_updated_at: times.map((time) => time.join(' ')),
    status: fc.constantFrom('Open', 'Closed'),
    channel_id: channels,
    contact_id: fc.constantFrom(1, 2, 3),
  }),
  { maxLength: 20, size: 'max' },
)

const filtersOfBoth = {
  filter_channel_id_equals: channels,
  filter_contact_id_equals: fc.constantFrom(1, 2, 21),
  filter_created_at_gte: days,
  filter_created_at_lte: days,
  filter_last_updated_at_gte: days,
  filter_last_updated_at_lte: days,
  filter_seller_order_id_equals: fc.constantFrom('NW-1001', 'LL-2001'),
}
const order = fc.record(
  {
    order_by: fc.constantFrom('id', 'created_at', 'last_updated_at'),
    order_direction: fc.constantFrom('asc', 'desc'),
  },
  { requiredKeys: [] },
)

/** An order, and at most two filters: more would leave hardly any records. */
function queries(filters: Readonly<Record<string, fc.Arbitrary<unknown>>>): fc.Arbitrary<Values> {
  const pairs = Object.entries(filters).map(([name, value]) => fc.tuple(fc.constant(name), value))
  const few = fc.uniqueArray(fc.oneof(...pairs), { maxLength: 2, selector: ([name]) => name })
  return fc.tuple(order, few).map(([chosen, some]) => ({ ...chosen, ...Object.fromEntries(some) }))
}

type Different = typeof differences extends fc.Arbitrary<(infer One)[]> ? One : never

const lists = [
  {
    path: '/v1/sales-orders',
    filters: {
      ...filtersOfBoth,
      filter_id_gte: fc.integer({ min: 1000, max: 3020 }),
      filter_id_lte: fc.integer({ min: 1000, max: 3020 }),
    },
    add: ({ salesOrders }: SeedData, given: readonly Different[]) => {
      const [example] = salesOrders
      if (!example) return
      given.forEach(({ status: _status, ...different }, position) =>
        salesOrders.push({
          ...example,
          ...different,
          id: 3001 + position,
          seller_order_id: `number ${position}`,
        }),
      )
    },
  },
  {
    path: '/v1/tickets',
    filters: {
      ...filtersOfBoth,
      filter_status_equals: fc.constantFrom('Open', 'Closed', 'Pending'),
      filter_sales_order_id_equals: fc.constantFrom(1001, 1002),
      filter_owner_user_id_equals: fc.constantFrom(2, 4),
    },
    add: ({ tickets }: SeedData, given: readonly Different[]) => {
      const [example] = tickets
      if (!example) return
      given.forEach((different, position) =>
        tickets.push({ ...example, ...different, id: 101 + position }),
      )
    },
  },
] as const

describe.each(lists)('the list at $path', propertyTest, ({ path, filters, add }) => {
  it('contains, over all pages, each matching record once and in the requested order', async () => {
    const anyQuery = queries(filters)
    const size = fc.integer({ min: 2, max: 30 })
    await fc.assert(
      fc.asyncProperty(differences, anyQuery, size, async (given, query, itemsPerPage) => {
        const api = await startApi({ change: (world) => add(world, given) })
        const all = await page(api, path, { itemsPerPage: 100 })
        const expected = all.data.filter((each) => matches(each, query)).sort(inOrderOf(query))
        const found: Listed[] = []
        const pages = Math.ceil(expected.length / itemsPerPage)
        for (let number = 1; number <= pages + 1; number += 1) {
          const { data, paginator } = await page(api, path, {
            ...query,
            page: number,
            itemsPerPage,
          })
          expect(paginator).toEqual({
            currentPage: number,
            itemsPerPage,
            totalItemsCount: expected.length,
          })
          found.push(...data)
        }
        expect(found.map(({ id }) => id)).toEqual(expected.map(({ id }) => id))
        expect(found).toEqual(expected)
      }),
      { numRuns: 200 },
    )
  })
})

async function page(api: Api, path: string, query: Values) {
  const texts = Object.entries(query).map(([name, value]) => [name, String(value)])
  const url = `${path}?${new URLSearchParams(texts).toString()}`
  const { body } = await api.send({ method: 'GET', path: url })
  return body as { data: Listed[]; paginator: components['schemas']['Paginator'] }
}

function matches(record: Listed, query: Values): boolean {
  return Object.entries(query).every(([name, limit]) => {
    const [, field = '', how = ''] = /^filter_(\w+)_(equals|gte|lte)$/.exec(name) ?? []
    if (field === '') return true
    const value = valueOf(record, field)
    if (how === 'equals') return value === limit
    const [one, other] = /_at$/.test(field)
      ? [String(value).slice(0, 10), String(limit)]
      : [Number(value), Number(limit)]
    return how === 'gte' ? one >= other : one <= other
  })
}

/** Returns the field of a record. The ticket has its order's number under another name. */
function valueOf(record: Listed, field: string): unknown {
  const values: Values = { ...record }
  return field === 'seller_order_id' && 'external_order_id' in values
    ? values.external_order_id
    : values[field]
}

function inOrderOf({ order_by = 'id', order_direction }: Values) {
  const sign = order_direction === 'desc' ? -1 : 1
  return (one: Listed, other: Listed): number => {
    const [first, second] = [valueOf(one, String(order_by)), valueOf(other, String(order_by))]
    if (first === second) return sign * (one.id - other.id)
    const isBefore =
      order_by === 'id' ? Number(first) < Number(second) : String(first) < String(second)
    return isBefore ? -sign : sign
  }
}
