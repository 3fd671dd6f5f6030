import { expect, it } from 'vitest'

import { limits } from '#src/api/generated/values.ts'
import type { components } from '#src/api/generated/schema.ts'
import type { TokenRequestRecord } from '#src/mock/domain/records.ts'

import { connect } from '../support/publicApi/application.ts'

type Schemas = components['schemas']

/** Connects an application, and returns functions that use its token from an address and that list its places. */
async function start() {
  const { backend, admin, token, key } = await connect({ tickets: 'read_only' })
  let second = 0
  const headers = (client: string | null) => ({
    Authorization: `Bearer ${key}`,
    ...(client === null ? {} : { 'User-Agent': client }),
  })
  return {
    backend,
    admin,
    token,
    use: (address: string | undefined, client: string | null, path = '/v1/tickets') => {
      second += 1
      backend.clock.set(new Date(Date.UTC(2026, 10, 24, 9, 0, second)))
      const from = address === undefined ? {} : { address }
      return backend.nobody('GET', path, { headers: headers(client), ...from })
    },
    places: async (query = '') => {
      const { body } = await admin('GET', `/api/tokens/${token.id}/places${query}`)
      return body as Schemas['PlaceList']
    },
    requests: async (query: string) => {
      const { body } = await admin('GET', `/api/tokens/${token.id}/requests${query}`)
      return body as Schemas['TokenRequestList']
    },
  }
}

it('a token says where it is used from, the last place first', async () => {
  const { admin, token, use, places } = await start()
  expect(await places()).toEqual({ items: [], total: 0, rest: null, page: 1, pageSize: 20 })
  await use('203.0.113.7', 'curl/8.5.0')
  await use('198.51.100.1', 'ShipFast/4.2')
  await use('203.0.113.7', 'curl/8.6.0', '/v1/sales-orders')
  await use(undefined, null)
  expect(await places()).toMatchObject({
    total: 3,
    items: [
      { address: null, program: null, client: null, requests: 1, refused: 0 },
      {
        address: '203.0.113.7',
        program: 'curl',
        client: 'curl/8.6.0',
        firstAt: '2026-11-24T09:00:01.000Z',
        lastAt: '2026-11-24T09:00:03.000Z',
        requests: 2,
        refused: 1,
      },
      { address: '198.51.100.1', program: 'ShipFast', requests: 1, refused: 0 },
    ],
  })
  const { body } = await admin('GET', `/api/tokens/${token.id}`)
  expect((body as Schemas['Token']).places).toEqual({
    count: 3,
    last: { address: null, client: null },
    unconfirmed: null,
  })
})

it('places are paged and searched', async () => {
  const { use, places } = await start()
  for (const end of [1, 2, 3]) await use(`203.0.113.${end}`, 'python-requests/2.31.0')
  await use('203.0.113.4', 'curl/8.5.0')
  const second = await places('?page=2&pageSize=3')
  expect([second.total, second.items.map(({ address }) => address)]).toEqual([4, ['203.0.113.1']])
  const found = await places('?search=python%20113.2')
  expect([found.total, found.items.map(({ address }) => address)]).toEqual([1, ['203.0.113.2']])
})

it('a User-Agent can be any text', async () => {
  const { use, places } = await start()
  await use('203.0.113.1', 'x'.repeat(10_000))
  await use('203.0.113.1', '<img src=x onerror=alert(1)>/1')
  await use('203.0.113.1', 'curl\u0085/8\u009f')
  await use('203.0.113.1', ' ')
  const { items } = await places()
  expect(items.map(({ program }) => program?.slice(0, 9) ?? null)).toEqual([
    null,
    'curl',
    '<img',
    'xxxxxxxxx',
  ])
  for (const { client } of items) expect(client?.length ?? 0).toBeLessThanOrEqual(200)
})

it('a token keeps the 200 last places and the sum of the others', async () => {
  const { backend, admin, token, use, places } = await start()
  const count = 260
  for (let index = 0; index < count; index += 1) {
    await use(`10.0.${index >> 8}.${index & 255}`, index % 2 === 0 ? 'curl/8' : 'wget/1')
  }
  const all = await places('?pageSize=200')
  expect(all).toMatchObject({ total: limits.tokenPlaces, items: { length: limits.tokenPlaces } })
  expect(all.items[0]?.address).toBe('10.0.1.3')
  expect(all.items.at(-1)?.address).toBe('10.0.0.60')
  expect(all.rest).toMatchObject({ places: 60, requests: 60 })
  expect(backend.storage.dump().places).toHaveLength(limits.tokenPlaces)
  const { body } = await admin('GET', `/api/tokens/${token.id}`)
  expect((body as Schemas['Token']).places.count).toBe(count)
})

it('requests are filtered by address and program', async () => {
  const { use, requests } = await start()
  await use('203.0.113.7', 'curl/8.5.0')
  await use('203.0.113.7', 'curl/8.6.0', '/v1/sales-orders')
  await use('203.0.113.7', 'ShipFast/4.2')
  await use(undefined, null)
  const totals = async (query: string) => {
    const { items, total } = await requests(query)
    expect(items).toHaveLength(total)
    return total
  }
  expect(await totals('?address=203.0.113.7')).toBe(3)
  expect(await totals('?program=curl')).toBe(2)
  expect(await totals('?address=203.0.113.7&program=curl&outcome=refused')).toBe(1)
  expect(await totals('?address=203.0.113.8')).toBe(0)
  expect(await totals('?address=')).toBe(1)
  expect(await totals('?program=')).toBe(1)
  const second = await requests('?address=203.0.113.7&page=2&pageSize=2')
  expect([second.total, second.items.map(({ client }) => client)]).toEqual([3, ['curl/8.5.0']])
})

it('requests that version 0.3.0 logged have no address and no program', async () => {
  const { backend, token, use, requests } = await start()
  await use('203.0.113.7', 'curl/8.5.0')
  const [{ client: _client, address: _address, ...earlier }] = backend.storage.dump().requests as [
    TokenRequestRecord,
  ]
  await backend.storage.write((db) => db.put('requests', { ...earlier, id: 900 }))
  expect((await requests('?address=&program=')).items.map(({ id }) => id)).toEqual([900])
  expect(token.places).toEqual({ count: 0, last: null, unconfirmed: null })
})
