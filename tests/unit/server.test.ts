import { describe, expect, it } from 'vitest'

import { createServer } from '#src/mock/server/server.ts'

import { startServer } from '../support/backend.ts'
import { problemOf } from '../support/problems.ts'
import { routes } from '../support/contract/routes.ts'

const changes = routes.filter(({ api, method }) => api === 'management' && method !== 'GET')
const json = { 'Content-Type': 'application/json' }

describe('the server', () => {
  it.each([
    '/api/nothing',
    '/api',
    '/api/tokens/',
    '/api/tokens/a/b',
    '/elsewhere',
    '/api/%E0%A4%A',
  ])('responds with 404 to %s', async (path) => {
    const { nobody } = await startServer()
    expect(problemOf(await nobody('GET', path))).toBe('404 not-found')
  })

  it('lists the methods of a path', async () => {
    const { nobody } = await startServer()
    const response = await nobody('PUT', '/api/tokens')
    expect(problemOf(response)).toBe('405 method-not-allowed')
    expect(response.headers.get('allow')).toBe('GET, POST')
  })

  it.each([
    ['invalid JSON', json, '{'],
    ['another content type', { 'Content-Type': 'text/plain' }, '{}'],
    ['a content type with a JSON prefix', { 'Content-Type': 'application/json-patch+json' }, '{}'],
  ])('refuses a body that is %s', async (_what, headers, body) => {
    const { nobody } = await startServer()
    const response = await nobody('POST', '/api/session', { headers, body })
    expect(problemOf(response)).toBe('400 malformed-request')
    expect(response.headers.get('content-type')).toBe('application/problem+json')
  })

  it('refuses a body of more than a megabyte', async () => {
    const { nobody } = await startServer()
    const body = { email: 'x'.repeat(1_000_001) }
    const response = await nobody('POST', '/api/session', { body })
    expect(problemOf(response)).toBe('413 body-too-large')
  })

  it('accepts a change from its own origin', async () => {
    const admin = await (await startServer()).as('admin')
    const sent = { body: { plan: 'starter' }, headers: { Origin: 'http://localhost' } }
    expect((await admin('PUT', '/api/plan', sent)).status).toBe(200)
  })

  it.each(changes)('refuses a $operationId from another origin', async (operation) => {
    const admin = await (await startServer()).as('admin')
    const path = operation.path.replace(/\{\w+\}/, 'any')
    const headers = { Origin: 'https://evil.example' }
    expect(problemOf(await admin(operation.method, path, { headers }))).toBe('403 foreign-origin')
  })

  it('works under a base path', async () => {
    const backend = await startServer()
    const server = createServer({
      ...backend,
      randomBytes: (n) => new Uint8Array(n),
      base: '/demo/',
    })
    const at = async (path: string) =>
      (await server.handle(new Request(`http://localhost${path}`))).status
    expect(await at('/demo/api/session')).toBe(200)
    expect(await at('/api/session')).toBe(404)
  })
})

describe('a session', () => {
  const credentials = { email: 'admin@example.com', password: 'edesk-demo' }

  it('starts with the right password and e-mail, regardless of its case', async () => {
    const { nobody } = await startServer()
    const body = { ...credentials, email: ' ADMIN@example.com ' }
    const response = await nobody('POST', '/api/session', { body })
    expect(response).toMatchObject({ status: 201, body: { user: { role: 'admin' } } })
    expect(response.headers.get('set-cookie')).toMatch(
      /^edesk_session=\w{32}; Path=\/; SameSite=Strict; Max-Age=43200$/,
    )
  })

  it('does not reveal whether the e-mail or the password was wrong', async () => {
    const { nobody } = await startServer()
    const attempt = (body: object) => nobody('POST', '/api/session', { body })
    const password = await attempt({ ...credentials, password: 'Edesk-demo' })
    const email = await attempt({ ...credentials, email: 'who@example.com' })
    expect(problemOf(password)).toBe('401 wrong-credentials')
    expect(email).toEqual(password)
  })

  it('is stored without data that would allow taking it over', async () => {
    const { nobody, storage } = await startServer()
    const { headers } = await nobody('POST', '/api/session', { body: credentials })
    const cookie = /edesk_session=(\w+)/.exec(headers.get('set-cookie') ?? '')?.[1] ?? ''
    expect(cookie).toHaveLength(32)
    expect(JSON.stringify(storage.dump())).not.toContain(cookie)
    expect(JSON.stringify(storage.dump())).not.toContain('edesk-demo')
  })

  it('lasts exactly twelve hours', async () => {
    const backend = await startServer({ now: new Date('2026-11-24T09:00:00Z') })
    const admin = await backend.as('admin')
    backend.clock.set(new Date('2026-11-24T20:59:59.999Z'))
    expect((await admin('GET', '/api/plan')).status).toBe(200)
    backend.clock.set(new Date('2026-11-24T21:00:00Z'))
    expect(problemOf(await admin('GET', '/api/plan'))).toBe('401 not-logged-in')
  })

  it('ends when the user logs out, and can be ended twice', async () => {
    const backend = await startServer()
    const admin = await backend.as('admin')
    expect((await admin('DELETE', '/api/session')).headers.get('set-cookie')).toContain('Max-Age=0')
    expect((await admin('GET', '/api/session')).body).toEqual({ session: null })
    expect((await admin('DELETE', '/api/session')).status).toBe(204)
  })

  it('is read from the Cookie header if the transport passes no cookies', async () => {
    const { storage, clock, nobody } = await startServer()
    const { headers } = await nobody('POST', '/api/session', { body: credentials })
    const cookie = (headers.get('set-cookie') ?? '').split(';')[0] ?? ''
    const server = createServer({ storage, clock, randomBytes: (count) => new Uint8Array(count) })
    const request = new Request('http://localhost/api/plan', {
      headers: { Cookie: `a=b; ${cookie}` },
    })
    expect((await server.handle(request)).status).toBe(200)
  })
})

describe('a request for Admin access', () => {
  it('stays open until an Admin grants it; then the user is an Admin', async () => {
    const backend = await startServer()
    const [admin, agent] = [await backend.as('admin'), await backend.as('agent')]
    const first = await agent('POST', '/api/access-requests')
    const again = await agent('POST', '/api/access-requests')
    expect(again.body).toEqual(first.body)
    expect((await admin('GET', '/api/access-requests')).body).toMatchObject({
      total: 1,
      items: [{ user: { name: 'Sam Rivera' }, status: 'waiting' }],
    })
    const address = `/api/access-requests/${(first.body as { id: string }).id}`
    await admin('PATCH', address, { body: { status: 'granted' } })
    expect((await agent('GET', '/api/tokens')).status).toBe(200)
    const late = await admin('PATCH', address, { body: { status: 'declined' } })
    expect(problemOf(late)).toBe('409 request-answered')
  })

  it('can be declined, and repeated', async () => {
    const backend = await startServer()
    const [admin, agent] = [await backend.as('admin'), await backend.as('agent')]
    const { body } = await agent('POST', '/api/access-requests')
    const address = `/api/access-requests/${(body as { id: string }).id}`
    await admin('PATCH', address, { body: { status: 'declined' } })
    expect((await agent('GET', '/api/tokens')).status).toBe(403)
    expect((await agent('GET', '/api/access-requests')).body).toMatchObject({
      items: [{ status: 'declined' }],
    })
    backend.clock.set(new Date('2026-11-24T10:00:00Z'))
    const second = await agent('POST', '/api/access-requests')
    expect(second.body).toMatchObject({ status: 'waiting' })
  })
})

describe('the plan', () => {
  it('grants an Admin access after an upgrade, and keeps tokens after a downgrade', async () => {
    const admin = await (await startServer()).as('starterAdmin')
    expect((await admin('GET', '/api/tokens')).status).toBe(403)
    await admin('PUT', '/api/plan', { body: { plan: 'professional' } })
    expect((await admin('GET', '/api/tokens')).status).toBe(200)
    expect((await admin('GET', '/api/plan')).body).toEqual({
      plan: 'professional',
      canChange: true,
      tokens: { working: 0, usedThisWeek: 0 },
    })
  })
})

describe('tickets', () => {
  it('are listed with the newest message first, and shown with their order', async () => {
    const agent = await (await startServer()).as('agent')
    const { body } = await agent('GET', '/api/tickets')
    const { items } = body as { items: { id: string; updatedAt: string }[] }
    expect(items.map(({ updatedAt }) => updatedAt)).toEqual(
      items
        .map(({ updatedAt }) => updatedAt)
        .sort()
        .reverse(),
    )
    expect((await agent('GET', '/api/tickets/3')).body).toMatchObject({
      order: { number: 'NW-1003', tracking: [{ carrier: 'An Post' }] },
    })
    expect((await agent('GET', '/api/tickets/5')).body).toMatchObject({ order: null })
  })
})
