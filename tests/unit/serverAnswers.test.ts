import { describe, expect, it } from 'vitest'

import type { RequestLogEntry } from '#src/mock/server/requestLog/requestLogEntry.ts'
import { createServer, type ServerOptions } from '#src/mock/server/server.ts'
import { StorageError } from '#src/mock/storage/port.ts'

import { recordExchange } from '../support/contract/recordExchange.ts'
import { startServer } from '../support/backend.ts'

/** Starts a server on the data of a backend, with different options. */
async function startServerWith(options: Partial<ServerOptions> = {}) {
  const { storage, clock, nobody } = await startServer()
  const body = { email: 'admin@example.com', password: 'edesk-demo' }
  const { headers } = await nobody('POST', '/api/session', { body })
  const cookie = /edesk_session=(\w+)/.exec(headers.get('set-cookie') ?? '')?.[1] ?? ''
  const server = createServer({
    storage,
    clock,
    randomBytes: (count) => new Uint8Array(count),
    observe: recordExchange,
    ...options,
  })
  const send = (method: string, path: string, init: Omit<RequestInit, 'method'> = {}) =>
    server.handle(new Request(`http://localhost${path}`, { method, ...init }))
  return { storage, server, send, cookie }
}

const cookieOf = (value: string) => ({ headers: { Cookie: `edesk_session=${value}` } })
const changePlan = {
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify({ plan: 'enterprise' }),
}

describe('a response of the management API', () => {
  it('is JSON, and is never cached', async () => {
    const { send } = await startServerWith()
    const { headers } = await send('GET', '/api/session')
    expect(headers.get('content-type')).toBe('application/json')
    expect(headers.get('cache-control')).toBe('no-store')
  })

  it('without a body has no content type, and keeps the headers of its operation', async () => {
    const { send, cookie } = await startServerWith()
    const response = await send('DELETE', '/api/session', cookieOf(cookie))
    expect([response.status, await response.text()]).toEqual([204, ''])
    expect(response.headers.get('content-type')).toBeNull()
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(response.headers.get('set-cookie')).toContain('Max-Age=0')
  })

  it('is created with the response class of the transport', async () => {
    class OwnResponse extends Response {}
    const { send, cookie } = await startServerWith({ ResponseClass: OwnResponse })
    expect(await send('GET', '/api/session')).toBeInstanceOf(OwnResponse)
    expect(await send('OPTIONS', '/v1/tags')).toBeInstanceOf(OwnResponse)
    expect(await send('GET', '/v1/tags')).toBeInstanceOf(OwnResponse)
    expect(await send('DELETE', '/api/session', cookieOf(cookie))).toBeInstanceOf(OwnResponse)
  })

  it('to HEAD has no body, also if it is an error', async () => {
    const { send } = await startServerWith()
    const refused = await send('HEAD', '/api/tokens')
    expect([refused.status, await refused.text()]).toEqual([405, ''])
    expect(refused.headers.get('allow')).toBe('GET, POST')
    const asked = await send('PUT', '/api/tokens')
    expect(await asked.json()).toMatchObject({ type: '/problems/method-not-allowed' })
  })

  it('lists no demo accounts if there are none', async () => {
    const { send } = await startServerWith()
    expect(await (await send('GET', '/api/demo-accounts')).json()).toMatchObject({ items: [] })
  })
})

describe('a request from another origin', () => {
  const headers = { Origin: 'https://evil.example' }

  it('can read', async () => {
    const { send } = await startServerWith()
    expect((await send('GET', '/api/session', { headers })).status).toBe(200)
  })

  it('cannot change anything', async () => {
    const { send } = await startServerWith()
    expect((await send('DELETE', '/api/session', { headers })).status).toBe(403)
    expect((await send('DELETE', '/api/session')).status).toBe(204)
  })
})

describe('a session in the Cookie header', () => {
  it.each([
    ['alone', (value: string) => `edesk_session=${value}`],
    ['after another one', (value: string) => `theme=dark; edesk_session=${value}`],
    ['before another one', (value: string) => `edesk_session=${value};theme=dark`],
    ['between values with "="', (value: string) => `a=b=c;  edesk_session=${value} ; d`],
  ])('is read %s', async (_where, header) => {
    const { send, cookie } = await startServerWith()
    const response = await send('GET', '/api/plan', { headers: { Cookie: header(cookie) } })
    expect(response.status).toBe(200)
  })

  it.each([
    ['under another name', (value: string) => `session=${value}`],
    ['with something after its value', (value: string) => `edesk_session=${value}=1`],
    ['with "=" in its value', (value: string) => `edesk_session=${value.replace(/.{16}/, '$&=')}`],
    ['in quotation marks', (value: string) => `edesk_session="${value}"`],
  ])('is not read %s', async (_where, header) => {
    const { send, cookie } = await startServerWith()
    const response = await send('GET', '/api/plan', { headers: { Cookie: header(cookie) } })
    expect(response.status).toBe(401)
  })

  it('is ignored if the transport passes the cookies', async () => {
    const { server, cookie } = await startServerWith()
    const request = () => new Request('http://localhost/api/plan', cookieOf(cookie))
    expect((await server.handle(request(), { cookies: {} })).status).toBe(401)
    expect((await server.handle(request(), { cookies: { edesk_session: cookie } })).status).toBe(
      200,
    )
  })
})

describe('the transaction of a request', () => {
  it('is read-only for GET, and writable for every other method', async () => {
    const { storage, cookie } = await startServerWith()
    const readOnly = { ...storage, write: () => Promise.reject(new StorageError('full')) }
    const { send } = await startServerWith({ storage: readOnly })
    expect((await send('GET', '/api/plan', cookieOf(cookie))).status).toBe(200)
    expect((await send('DELETE', '/api/session', cookieOf(cookie))).status).toBe(507)
  })

  it('ends with a response after an internal error, without its details', async () => {
    const fails = () => Promise.reject(new Error('secret detail'))
    const { send } = await startServerWith({ storage: { read: fails, write: fails } })
    const response = await send('GET', '/api/session')
    expect(response.status).toBe(500)
    expect(await response.json()).toEqual({
      type: '/problems/internal',
      title: 'Something went wrong',
      status: 500,
    })
  })
})

describe('the base path of the application', () => {
  it.each(['/demo/', '/demo'])('can be %s', async (base) => {
    const exchanges: RequestLogEntry[] = []
    const { send } = await startServerWith({
      base,
      observe: (exchange) => exchanges.push(exchange),
    })
    expect((await send('GET', '/demo/api/session?now=1')).status).toBe(200)
    expect((await send('GET', '/demo/v1/tags')).status).toBe(401)
    expect(exchanges.map(({ surface, path }) => [surface, path])).toEqual([
      ['management', '/api/session?now=1'],
      ['public', '/v1/tags'],
    ])
  })

  it('can be the root', async () => {
    const { send } = await startServerWith({ base: '/' })
    expect((await send('GET', '/api/session')).status).toBe(200)
  })
})

describe('a log entry', () => {
  it('records the user of a session, or nobody without one', async () => {
    const exchanges: RequestLogEntry[] = []
    const { send, cookie } = await startServerWith({ observe: (one) => exchanges.push(one) })
    await send('GET', '/api/plan', cookieOf(cookie))
    await send('GET', '/api/plan')
    await send('PUT', '/api/plan', changePlan)
    expect(exchanges.map(({ by, status }) => [by.kind, status])).toEqual([
      ['user', 200],
      ['nobody', 401],
      ['nobody', 401],
    ])
    expect(exchanges[2]?.body).toEqual({ plan: 'enterprise' })
  })

  it('is optional', async () => {
    const { storage } = await startServer()
    const clock = { now: () => new Date('2026-11-24T09:00:00Z') }
    const server = createServer({ storage, clock, randomBytes: (count) => new Uint8Array(count) })
    const response = await server.handle(new Request('http://localhost/api/session'))
    expect(response.status).toBe(200)
    expect(response.headers.get('date')).toBe('Tue, 24 Nov 2026 09:00:00 GMT')
  })
})
