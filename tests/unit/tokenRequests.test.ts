import { expect, it } from 'vitest'

import type { components } from '#src/api/generated/schema.ts'

import { connect } from '../support/publicApi/application.ts'

type TokenRequests = components['schemas']['TokenRequestList']

it('the requests of a token name their client, their path and their id', async () => {
  const { admin, application, token } = await connect({ tickets: 'read_only' })
  const headers = { 'User-Agent': 'ShipFast/4.2' }
  const response = await application('GET', '/v1/tickets?page=1', { headers })
  const refused = await application('GET', '/v1/sales-orders/1003')
  const { body } = await admin('GET', `/api/tokens/${token.id}/requests`)
  expect((body as TokenRequests).items).toMatchObject([
    {
      requestId: refused.headers.get('x-request-id'),
      path: '/v1/sales-orders/1003',
      client: null,
      outcome: 'refused',
    },
    {
      requestId: response.headers.get('x-request-id'),
      path: '/v1/tickets',
      client: 'ShipFast/4.2',
      outcome: 'answered',
    },
  ])
})

it('the requests of a token have the headers that matter, as they were sent', async () => {
  const { admin, application, token, key } = await connect()
  const body = { name: 'Urgent' }
  const refused = await application('POST', '/v1/tags', { body, headers: { Accept: 'text/*' } })
  const answered = await admin('GET', `/api/tokens/${token.id}/requests`)
  const [request] = (answered.body as TokenRequests).items
  expect(request?.requestHeaders).toEqual([
    { name: 'Accept', value: 'text/*' },
    { name: 'Content-Type', value: 'application/json' },
  ])
  const names = request?.responseHeaders?.map(({ name, value }) => {
    expect(refused.headers.get(name)).toBe(value)
    return name
  })
  expect(names).toEqual([
    'X-Request-Id',
    'RateLimit-Limit',
    'RateLimit-Remaining',
    'RateLimit-Reset',
    'RateLimit-Policy',
  ])
  expect(JSON.stringify(answered.body)).not.toContain(key)
})

it('a request beyond the rate limit names the seconds to wait', async () => {
  const { admin, application, token } = await connect()
  for (let count = 0; count <= 60; count += 1) await application('GET', '/v1/whoami')
  const { body } = await admin('GET', `/api/tokens/${token.id}/requests?pageSize=1`)
  const [request] = (body as TokenRequests).items
  expect(request).toMatchObject({ status: 429 })
  expect(request?.responseHeaders).toContainEqual({ name: 'Retry-After', value: '1' })
})

it('a token names the programs that are new, also when its requests are refused', async () => {
  const { backend, admin, application, token } = await connect()
  const newClients = async () => {
    const { body } = await admin('GET', `/api/tokens/${token.id}`)
    return (body as components['schemas']['Token']).newClients
  }
  const use = (client: string) =>
    application('GET', '/v1/sales-orders', { headers: { 'User-Agent': client } })
  await use('ShipFast/4.2')
  expect(await newClients()).toEqual([])
  backend.clock.set(new Date('2026-11-24T10:00:00Z'))
  await use('ShipFast/4.3')
  await use('curl/8.5.0')
  expect(await newClients()).toEqual([{ name: 'curl', firstAt: '2026-11-24T10:00:00.000Z' }])
})

it('requests that version 0.3.0 logged have no client, path and id', async () => {
  const { backend, admin, application, token } = await connect()
  await application('GET', '/v1/whoami')
  await backend.storage.write(async (db) => {
    for (const request of await db.all('requests')) {
      const { requestId: _id, path: _path, client: _client, ...rest } = request
      const { sent: _sent, received: _received, ...earlier } = rest
      await db.put('requests', earlier)
    }
  })
  const { body } = await admin('GET', `/api/tokens/${token.id}/requests`)
  expect((body as TokenRequests).items).toMatchObject([
    { requestId: null, path: null, client: null, requestHeaders: null, responseHeaders: null },
  ])
})
