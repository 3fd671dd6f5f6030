import { describe, expect, it } from 'vitest'

import type { RequestLogEntry } from '#src/mock/server/requestLog/requestLogEntry.ts'
import { createServer, type ServerOptions } from '#src/mock/server/server.ts'
import type { Storage } from '#src/mock/domain/schema.ts'
import { StorageError } from '#src/mock/storage/port.ts'

import { startServer } from '../support/backend.ts'
import { takeMismatches } from '../support/contract/recordExchange.ts'
import { applicationOf, withKey } from '../support/publicApi/application.ts'
import { startWithLog } from '../support/startWithLog.ts'
import { createToken } from '../support/tokens.ts'

/** Sends a request to a server with these options, and returns the log entry. */
async function exchangeWith(options: Partial<ServerOptions>, request: Request) {
  const { storage, clock } = await startServer()
  const exchanges: RequestLogEntry[] = []
  const server = createServer({
    storage,
    clock,
    randomBytes: (count) => new Uint8Array(count),
    observe: (exchange) => exchanges.push(exchange),
    ...options,
  })
  await server.handle(request)
  expect(exchanges).toHaveLength(1)
  return exchanges[0]
}

function storageThat(error: Error): Storage {
  return { read: () => Promise.reject(error), write: () => Promise.reject(error) }
}

describe('a log entry', () => {
  it('records who called which operation, and the outcome', async () => {
    const { backend, last } = await startWithLog()
    const admin = await backend.as('admin')
    await admin('GET', '/api/tokens?sort=name')
    expect(last()).toEqual({
      at: '2026-11-24T09:00:00.000Z',
      method: 'GET',
      path: '/api/tokens?sort=name',
      operation: 'listTokens',
      surface: 'management',
      by: { kind: 'user', id: 'usr_alex', name: 'Alex Morgan' },
      status: 200,
      reason: null,
      detail: null,
      mismatches: [],
      body: undefined,
    })
  })

  it('records which application called, and why it was refused', async () => {
    const { backend, last } = await startWithLog()
    const admin = await backend.as('admin')
    const { application, token } = await applicationOf(backend, admin, { tickets: 'read_only' })
    await application('POST', '/v1/messages', { body: { type: 'Note' } })
    expect(last()).toMatchObject({
      operation: 'createMessage',
      surface: 'public',
      by: { kind: 'token', id: token.id, name: 'ShipFast' },
      status: 403,
      reason: 'access',
      detail: 'This needs Full Access to Messages.',
      mismatches: [],
      body: { type: 'Note' },
    })
    await application('GET', '/v1/tickets/9999')
    expect(last()).toMatchObject({
      reason: 'not-found',
      detail: 'There is nothing with this id.',
    })
  })

  it('has one word for why a request to the public API was rejected', async () => {
    const { backend, last } = await startWithLog()
    const admin = await backend.as('admin')
    const { application } = await applicationOf(backend, admin, {
      messages: 'full_access',
      tickets: 'read_only',
    })
    const reasonOf = async (answer: Promise<unknown>) => {
      await answer
      return last().reason
    }
    const text = { 'Content-Type': 'text/plain' }
    expect({
      'no key': await reasonOf(backend.nobody('GET', '/v1/whoami')),
      'an unknown key': await reasonOf(withKey(backend, 'mistyped')('GET', '/v1/whoami')),
      'no access': await reasonOf(application('GET', '/v1/users')),
      'no such path': await reasonOf(application('GET', '/v1/nothing')),
      'another method': await reasonOf(application('PATCH', '/v1/whoami')),
      'no JSON': await reasonOf(application('POST', '/v1/messages', { headers: text, body: '' })),
      'an invalid field': await reasonOf(application('POST', '/v1/messages', { body: {} })),
      'an invalid query': await reasonOf(application('GET', '/v1/tickets?page=1&page=2')),
    }).toEqual({
      'no key': 'no_key',
      'an unknown key': 'unknown',
      'no access': 'access',
      'no such path': 'not-found',
      'another method': 'method-not-allowed',
      'no JSON': 'malformed-request',
      'an invalid field': 'invalid-fields',
      'an invalid query': 'invalid-fields',
    })
  })

  it('is recorded once for each request, with any outcome', async () => {
    const { backend } = await startWithLog()
    const requests = ['GET /api/nothing', 'PUT /api/tokens', 'GET /v1', 'OPTIONS /v1/tags']
    for (const request of requests) {
      const [method = '', path = ''] = request.split(' ')
      await backend.nobody(method, path)
    }
    const recorded = backend.exchanges.map(
      ({ method, path, operation, by, status }) =>
        `${method} ${path} ${operation} ${by.kind} ${status}`,
    )
    expect(recorded).toEqual([
      'GET /api/nothing null nobody 404',
      'PUT /api/tokens null nobody 405',
      'GET /v1 null nobody 404',
      'OPTIONS /v1/tags null nobody 204',
    ])
  })

  it.each([
    ['/api/session', 'storage-full', 507],
    ['/v1/whoami', 'storage-full', 507],
  ])('of %s records that the storage is full', async (path, reason, status) => {
    const headers = { Authorization: 'Bearer any' }
    const exchange = await exchangeWith(
      { storage: storageThat(new StorageError('full')) },
      new Request(`http://localhost${path}`, { headers }),
    )
    expect(exchange).toMatchObject({ reason, status })
  })

  it('records nothing about internal errors', async () => {
    const exchange = await exchangeWith(
      { storage: storageThat(new Error('secret detail')) },
      new Request('http://localhost/api/session'),
    )
    expect(exchange).toMatchObject({ operation: 'getSession', status: 500, reason: 'internal' })
    expect(JSON.stringify(exchange)).not.toContain('secret')
  })

  it('has the path without the base path of the application', async () => {
    const request = new Request('http://localhost/demo/v1/tags?page=2')
    const exchange = await exchangeWith({ base: '/demo/' }, request)
    expect(exchange).toMatchObject({ path: '/v1/tags?page=2', operation: 'listTags' })
  })
})

describe('the contract check at run time', () => {
  it.each([
    ['GET', '/api/nothing', undefined, 'Not found'],
    ['PUT', '/api/tokens', undefined, 'Method not allowed'],
    ['GET', '/api/tokens?page=0', undefined, 'page violates the contract.'],
    ['PUT', '/api/plan', '{', 'The body is not valid JSON.'],
    [
      'PUT',
      '/api/plan',
      { plan: 'golden', more: 1 },
      'Some fields are not valid; #/plan It is not an allowed value.; #/more Unknown property.',
    ],
  ])('reports %s %s with %o as an invalid request', async (method, path, body, detail) => {
    const { backend, last } = await startWithLog()
    const admin = await backend.as('admin')
    await admin(method, path, { body })
    expect(last().mismatches).toEqual([{ in: 'request', detail }])
  })

  it('reports nothing for requests that the API refuses', async () => {
    const { backend } = await startWithLog()
    const admin = await backend.as('admin')
    await createToken(admin)
    await createToken(admin)
    await admin('GET', '/api/tokens/nowhere')
    await admin('PUT', '/api/plan', { headers: { Origin: 'https://evil.example' } })
    const { application } = await applicationOf(backend, admin, undefined, 'Clumsy')
    await application('POST', '/v1/tags', { body: '{' })
    await application('POST', '/v1/tags', { body: { name: 7 } })
    await application('PATCH', '/v1/tags')
    await application('GET', '/v1/nothing')
    expect(backend.exchanges.map(({ status }) => status)).toEqual([
      201, 201, 422, 404, 403, 201, 400, 400, 405, 404,
    ])
    expect(backend.exchanges.flatMap(({ mismatches }) => mismatches)).toEqual([])
  })

  it.each(['/api/plan', '/v1/whoami'])(
    'turns an invalid response of %s into an internal error, and reports it',
    async (path) => {
      const { backend, last } = await startWithLog()
      const admin = await backend.as('admin')
      const { application } = await applicationOf(backend, admin)
      await backend.storage.write(async (db) => {
        const business = await db.get('businesses', 'biz_northwind')
        const user = await db.get('users', 'usr_alex')
        if (!business || !user) throw new Error('The data has no business or no user.')
        if (path === '/api/plan') await db.put('businesses', { ...business, plan: 7 as never })
        else await db.put('users', { ...user, role: 7 as never })
      })
      const { status } = await (path === '/api/plan' ? admin : application)('GET', path)
      expect(status).toBe(500)
      expect(last().mismatches).toEqual([{ in: 'answer', detail: expect.any(String) as string }])
      expect(takeMismatches('answer')).toHaveLength(1)
    },
  )

  it('changes no data if the response would be invalid', async () => {
    const { backend } = await startWithLog()
    await backend.storage.write(async (db) => {
      const user = await db.get('users', 'usr_alex')
      if (user) await db.put('users', { ...user, role: 7 as never })
    })
    const before = backend.storage.dump()
    const body = { email: 'admin@example.com', password: 'edesk-demo' }
    expect((await backend.nobody('POST', '/api/session', { body })).status).toBe(500)
    expect(backend.storage.dump()).toEqual(before)
    expect(takeMismatches('answer')).toHaveLength(1)
  })
})

describe('the date of a response', () => {
  it("is the backend's time for every status", async () => {
    const { backend } = await startWithLog()
    const admin = await backend.as('admin')
    backend.clock.set(new Date('2027-01-01T00:00:00.999Z'))
    const paths = ['/api/plan', '/api/tokens/nowhere', '/api/nothing', '/v1/whoami', '/v1/nothing']
    for (const path of paths) {
      const { headers } = await admin('GET', path)
      expect(headers.get('date')).toBe('Fri, 01 Jan 2027 00:00:00 GMT')
    }
    for (const method of ['HEAD', 'OPTIONS']) {
      const { headers } = await admin(method, '/v1/tags')
      expect(headers.get('date')).toBe('Fri, 01 Jan 2027 00:00:00 GMT')
    }
  })
})
