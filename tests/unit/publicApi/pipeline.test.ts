import { describe, expect, it } from 'vitest'

import type { Feature } from '#src/mock/domain/records.ts'
import { createServer } from '#src/mock/server/server.ts'
import type { Storage } from '#src/mock/domain/schema.ts'
import { StorageError } from '#src/mock/storage/port.ts'

import { recordExchange } from '../../support/contract/recordExchange.ts'
import {
  applicationOf,
  connect,
  statusAndDetails,
  withKey,
} from '../../support/publicApi/application.ts'

const unknownKey = 'edesk_0123456789ABCDEFGHIJKLMNOPQRST1r0a7H'

describe('a path of the public API', () => {
  it('that does not exist gets 404 for every key, and for OPTIONS', async () => {
    const { backend, application } = await connect()
    const senders = [application, backend.nobody, withKey(backend, unknownKey)]
    for (const send of senders) {
      expect(statusAndDetails(await send('GET', '/v1/nothing'))).toBe(
        '404 There is nothing at this address.',
      )
      expect(statusAndDetails(await send('OPTIONS', '/v1/nothing'))).toMatch(/^404 /)
    }
  })

  it('with an unsupported method gets 405 and the supported methods for every key', async () => {
    const { backend, application } = await connect()
    for (const send of [application, backend.nobody, withKey(backend, unknownKey)]) {
      const response = await send('PUT', '/v1/tags')
      expect(statusAndDetails(response)).toBe('405 Allowed here: GET, POST, HEAD, OPTIONS.')
      expect(response.headers.get('allow')).toBe('GET, POST, HEAD, OPTIONS')
      expect(response.body).toMatchObject({ error: { message: 'Method not allowed' } })
    }
  })

  it('without GET has no HEAD either', async () => {
    const { backend } = await connect()
    const path = '/v1/order-notes/1/attachments'
    const options = await backend.nobody('OPTIONS', path)
    expect(options.headers.get('allow')).toBe('POST, OPTIONS')
    expect((await backend.nobody('HEAD', path)).status).toBe(405)
  })

  it('lists its methods without a body and without a key', async () => {
    const { backend } = await connect()
    const options = await backend.nobody('OPTIONS', '/v1/users')
    expect([options.status, options.body]).toEqual([204, undefined])
    expect(options.headers.get('cache-control')).toBe('no-store')
    expect(options.headers.get('content-type')).toBeNull()
    expect(options.headers.get('ratelimit-limit')).toBeNull()
  })

  it('gets 403 for an unknown key, and 401 without one', async () => {
    const { backend } = await connect()
    const unknown = await withKey(backend, unknownKey)('GET', '/v1/tags')
    expect(statusAndDetails(unknown)).toBe('403 Invalid token.')
    const without = await backend.nobody('GET', '/v1/tags')
    expect([without.status, without.headers.get('www-authenticate')]).toEqual([401, 'Bearer'])
  })
})

describe('a response of the public API', () => {
  it('is JSON, is never cached, and has the remaining quota', async () => {
    const { application } = await connect()
    const { headers, status } = await application('GET', '/v1/whoami')
    expect(status).toBe(200)
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-type': 'application/json',
      'cache-control': 'no-store',
      'ratelimit-limit': '60',
      'ratelimit-remaining': '59',
    })
  })

  it('to HEAD has the headers of GET, and no body', async () => {
    const { application } = await connect()
    const { headers, status, body } = await application('HEAD', '/v1/whoami')
    expect([status, body]).toEqual([200, undefined])
    expect(headers.get('content-type')).toBe('application/json')
  })

  it('has the remaining quota also if it refuses a known token', async () => {
    const { application } = await connect({ tickets: 'read_only' })
    const refused = await application('GET', '/v1/tags')
    expect([refused.status, refused.headers.get('ratelimit-remaining')]).toEqual([403, '59'])
    const missing = await application('GET', '/v1/tickets/999999')
    expect([missing.status, missing.headers.get('ratelimit-remaining')]).toEqual([404, '58'])
  })
})

describe('a token without access', () => {
  it.each([
    ['GET', '/v1/sales-orders', 'sales_orders', 'Sales Orders'],
    ['GET', '/v1/tickets', 'tickets', 'Tickets'],
    ['GET', '/v1/messages/1', 'messages', 'Messages'],
    ['GET', '/v1/users', 'users', 'Users'],
    ['GET', '/v1/tags', 'tag_items', 'Tag items'],
    ['GET', '/v1/channels', 'channels', 'Channels'],
    ['GET', '/v1/templates', 'templates', 'Templates'],
    ['GET', '/v1/contacts', 'contacts', 'Contacts'],
    ['GET', '/v1/tag-groups', 'tag_groups', 'Tag groups'],
    ['GET', '/v1/order-notes/1', 'sales_orders_notes', 'Sales Orders Notes'],
  ] as const)('is refused %s %s: it needs %s', async (method, path, feature: Feature, name) => {
    // No operation needs access to Tag Groups Users.
    const { admin, application, backend } = await connect({ tag_groups_users: 'full_access' })
    expect(statusAndDetails(await application(method, path))).toBe(
      `403 This needs Read Only or Full Access to ${name}.`,
    )
    expect(backend.exchanges.at(-1)).toMatchObject({ reason: 'access', by: { name: 'ShipFast' } })
    const able = await applicationOf(backend, admin, { [feature]: 'read_only' as const }, 'Reader')
    expect((await able.application(method, path)).status).not.toBe(403)
  })

  it('to write is refused: it needs Full Access', async () => {
    const { application } = await connect({ tag_items: 'read_only' })
    expect(statusAndDetails(await application('POST', '/v1/tags', { body: {} }))).toBe(
      '403 This needs Full Access to Tag items.',
    )
  })

  it('is refused before its request is validated', async () => {
    const { application } = await connect({ tag_items: 'read_only' })
    expect((await application('POST', '/v1/tags', { body: '{' })).status).toBe(403)
    expect((await application('GET', '/v1/tickets/none')).status).toBe(403)
  })
})

describe('the request log', () => {
  async function entries({ backend }: Awaited<ReturnType<typeof connect>>) {
    return backend.storage.dump().requests
  }

  it('has each request, but nothing about an unknown key', async () => {
    const connected = await connect()
    const { application, backend } = connected
    const before = (await entries(connected)).length
    await application('HEAD', '/v1/tags')
    await application('GET', '/v1/nothing')
    await application('PUT', '/v1/tags')
    await withKey(backend, unknownKey)('GET', '/v1/tags')
    const added = (await entries(connected)).slice(before)
    expect(added.map(({ method, operation, status }) => [method, operation, status])).toEqual([
      ['HEAD', 'listTags', 200],
      ['GET', null, 404],
      ['PUT', null, 405],
    ])
  })

  it.each([
    [1500, 1500],
    [-1500, 0],
  ])('with a clock that advances by %d ms has a duration of %d ms', async (step, duration) => {
    const { backend, key } = await connect()
    let time = Date.parse('2026-11-24T10:00:00.000Z')
    const clock = {
      now() {
        const now = new Date(time)
        time += step
        return now
      },
    }
    const { storage } = backend
    const randomBytes = (count: number) => new Uint8Array(count)
    const server = createServer({ storage, clock, randomBytes, observe: recordExchange })
    const headers = { Authorization: `Bearer ${key}` }
    await server.handle(new Request('http://localhost/v1/whoami', { headers }))
    expect(storage.dump().requests.at(-1)?.milliseconds).toBe(duration)
  })
})

describe('a storage that fails', () => {
  it.each([
    [new StorageError('full'), 507, 'The data cannot be reached'],
    [new StorageError('unavailable'), 503, 'The data cannot be reached'],
    [new StorageError('newer'), 503, 'The data cannot be reached'],
    [new Error('secret detail'), 500, 'Something went wrong'],
  ])('with "%s" results in an error with %d', async (error, status, message) => {
    const fails = () => Promise.reject(error)
    const storage: Storage = { read: fails, write: fails }
    const clock = { now: () => new Date(0) }
    const randomBytes = (count: number) => new Uint8Array(count)
    const server = createServer({ storage, clock, randomBytes, observe: recordExchange })
    const headers = { Authorization: `Bearer ${unknownKey}` }
    const answer = await server.handle(new Request('http://localhost/v1/tags', { headers }))
    expect(answer.status).toBe(status)
    expect(await answer.json()).toEqual({
      error: { httpCode: status, message, details: 'Try again later.' },
    })
  })
})
