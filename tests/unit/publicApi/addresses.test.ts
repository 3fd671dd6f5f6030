import { expect, it } from 'vitest'

import { startNode } from '#src/mock/transports/node.ts'
import { createTestDemo } from '#src/mock/transports/testDemo.ts'

import { startServer } from '../../support/backend.ts'
import { connect, dataOf } from '../../support/publicApi/application.ts'

it.each([
  ['/v1', ''],
  ['/v1?page=1', ''],
  ['/v1/nothing', ''],
  ['/v1/', ' It ends with a slash.'],
  ['/v1/tags/', ' It ends with a slash.'],
  ['/v1//tags', ' It has two slashes in a row.'],
])("no operation is at %s: eDesk's error says so, with a key or without", async (path, hint) => {
  const { backend, application } = await connect()
  const error = {
    error: {
      httpCode: 404,
      message: 'Not found',
      details: `There is nothing at this address.${hint}`,
    },
  }
  for (const send of [application, backend.nobody]) {
    const { status, body } = await send('GET', path)
    expect([status, body]).toEqual([404, error])
  }
})

it('a path with a similar prefix does not belong to the public API', async () => {
  const { nobody } = await startServer()
  expect((await nobody('GET', '/v10')).headers.get('content-type')).toBe('application/problem+json')
})

it.each(['PATCH', 'PURGE', 'QUERY', 'x-any'])('no path accepts %s', async (method) => {
  const { backend, application } = await connect()
  for (const send of [application, backend.nobody]) {
    const { status, headers, body } = await send(method, '/v1/tags')
    expect([status, headers.get('allow')]).toEqual([405, 'GET, POST, HEAD, OPTIONS'])
    expect(body).toMatchObject({ error: { httpCode: 405 } })
    expect((await send(method, '/v1')).status).toBe(404)
  }
})

it('MSW passes requests for the public API on, whatever the method', async () => {
  const { server } = await createTestDemo()
  const transport = await startNode(server, {})
  try {
    const ask = async (method: string, path: string) => {
      const response = await fetch(`http://localhost${path}`, { method })
      return [response.status, await response.json()] as const
    }
    expect(await ask('GET', '/v1')).toMatchObject([404, { error: { httpCode: 404 } }])
    expect(await ask('PURGE', '/v1/tags')).toMatchObject([405, { error: { httpCode: 405 } }])
  } finally {
    await transport.stop()
  }
})

it.each([
  ['', 1, 20],
  ['page=3&itemsPerPage=7', 3, 7],
  ['page=0&itemsPerPage=0', 1, 20],
  ['page=-5&itemsPerPage=-99999999999999999999', 1, 20],
  ['page=1.5&itemsPerPage=1.5', 1, 20],
  ['page=1e3&itemsPerPage=1e3', 1, 20],
  ['page=%201&itemsPerPage=x', 1, 20],
  ['itemsPerPage=101', 1, 100],
  ['itemsPerPage=99999999999999999999', 1, 100],
  [`page=99999999999999999999`, Number.MAX_SAFE_INTEGER, 20],
  [`page=${'9'.repeat(400)}&itemsPerPage=100`, Number.MAX_SAFE_INTEGER, 100],
])(
  'a list requested with %j is page %i with %i items',
  async (query, currentPage, itemsPerPage) => {
    const { application } = await connect()
    for (const list of ['tags', 'tickets', 'contacts', 'users']) {
      const answered = await application('GET', `/v1/${list}?${query}`)
      expect(answered.body).toMatchObject({ paginator: { currentPage, itemsPerPage } })
      if (currentPage > 1) expect(dataOf(answered)).toEqual([])
    }
  },
)

it('a filter accepts an integer of any length, even if nothing matches', async () => {
  const { application } = await connect()
  const path = '/v1/tickets?filter_contact_id_equals=99999999999999999999'
  expect(dataOf(await application('GET', path))).toEqual([])
})
