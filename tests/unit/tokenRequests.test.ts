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

it('requests that version 0.3.0 logged have no client, path and id', async () => {
  const { backend, admin, application, token } = await connect()
  await application('GET', '/v1/whoami')
  await backend.storage.write(async (db) => {
    for (const request of await db.all('requests')) {
      const { requestId: _id, path: _path, client: _client, ...earlier } = request
      await db.put('requests', earlier)
    }
  })
  const { body } = await admin('GET', `/api/tokens/${token.id}/requests`)
  expect((body as TokenRequests).items).toMatchObject([
    { requestId: null, path: null, client: null },
  ])
})
