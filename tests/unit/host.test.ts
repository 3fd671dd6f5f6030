import { once } from 'node:events'
import { request } from 'node:http'
import type { AddressInfo } from 'node:net'

import { describe, expect, it, onTestFinished } from 'vitest'

import { defaultWorld } from '#src/mock/scenarios/defaultWorld.ts'
import { seed } from '#src/mock/scenarios/world.ts'
import { createServer } from '#src/mock/server.ts'
import { createMemoryStorage } from '#src/mock/storage/memory.ts'
import { createHost } from '#src/mock/transports/host.ts'
import { seededBytes } from '#src/mock/domain/random.ts'

import { ask, generate, type HttpAnswer, logIn, sendRaw } from './http.ts'

const now = new Date('2026-11-24T09:00:00Z')
const json = { 'Content-Type': 'application/json' }

/** A host of the test's own on a free port, whose only file says `the application`. */
async function startHost({ hostNames }: { hostNames?: string[] } = {}): Promise<number> {
  const storage = createMemoryStorage()
  await storage.change((db) => seed(db, defaultWorld(now)))
  const server = createServer({
    storage,
    clock: { now: () => now },
    randomBytes: seededBytes('round'),
  })
  const host = createHost({
    server,
    ...(hostNames ? { hostNames } : {}),
    serveFile: (_request, response) => response.end('the application'),
  })
  host.listen(0, '127.0.0.1')
  await once(host, 'listening')
  onTestFinished(() => {
    host.closeAllConnections()
    host.close()
  })
  return (host.address() as AddressInfo).port
}

/** `421 edesk` or `421 problem`: the status, and whose form the error has. */
function inShort({ status, headers, body }: HttpAnswer): string {
  const {
    type,
    status: inBody,
    error,
  } = JSON.parse(body) as {
    type?: string
    status?: number
    error?: { httpCode: number }
  }
  const problem = headers['content-type'] === 'application/problem+json'
  if (problem && type === 'about:blank' && inBody === status) return `${status} problem`
  if (!problem && error?.httpCode === status) return `${status} edesk`
  return `${status} ${body}`
}

describe('the host', () => {
  it('has one and the same data for the page and for applications', async () => {
    const port = await startHost()
    const session = await logIn(port)
    const { id, authorized } = await generate(port, session)
    const tracking = { tracking_link: 'https://www.example.com/track/CE1' }
    const sent = await ask(port, 'POST', '/v1/sales-orders-tracking-links/1001', {
      headers: authorized,
      body: { tracking_links: [tracking] },
    })
    expect(sent.status).toBe(200)
    const ticket = await ask(port, 'GET', '/api/tickets/1', { headers: session })
    expect(ticket.body).toContain('https://www.example.com/track/CE1')
    const token = await ask(port, 'GET', `/api/tokens/${id}`, { headers: session })
    expect(JSON.parse(token.body)).toMatchObject({ lastUsedAt: now.toISOString() })
    await ask(port, 'DELETE', `/api/tokens/${id}`, { headers: session })
    expect((await ask(port, 'GET', '/v1/whoami', { headers: authorized })).status).toBe(403)
  })

  it.each(['/', '/tokens', '/api', '/apis/x', '/v10/whoami', '//v1/whoami', '/%E0%A4%A'])(
    'leaves %s to the files',
    async (path) => {
      expect((await ask(await startHost(), 'GET', path)).body).toBe('the application')
    },
  )

  it('gives the session in a cookie that no script can read', async () => {
    const body = { email: 'admin@example.com', password: 'edesk-demo' }
    const { headers } = await ask(await startHost(), 'POST', '/api/session', { body })
    expect(headers['set-cookie']).toEqual([
      expect.stringMatching(
        /^edesk_session=\w{32}; Path=\/; SameSite=Strict; Max-Age=43200; HttpOnly$/,
      ),
    ])
  })

  it('never lets an answer be kept or taken for something else', async () => {
    const port = await startHost()
    for (const path of ['/api/session', '/v1/whoami', '/v1/nothing']) {
      const { headers } = await ask(port, 'GET', path)
      expect(headers).toMatchObject({
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
      })
    }
  })

  it("tells the backend's time, or none where the backend was not asked", async () => {
    const port = await startHost()
    for (const path of ['/api/session', '/v1/whoami', '/v1/nothing']) {
      expect((await ask(port, 'GET', path)).headers.date).toBe('Tue, 24 Nov 2026 09:00:00 GMT')
      const refused = await ask(port, 'GET', path, { headers: { Host: 'elsewhere.example' } })
      expect([refused.status, refused.headers.date]).toEqual([421, undefined])
    }
  })
})

describe('pages of other origins', () => {
  const Origin = 'https://shop.example'

  it('may ask the public API, whatever they send', async () => {
    const { status, headers } = await ask(await startHost(), 'OPTIONS', '/v1/tags/1', {
      headers: {
        Origin,
        'Access-Control-Request-Method': 'PUT',
        'Access-Control-Request-Headers': 'authorization,content-type,x-shop',
      },
    })
    expect(status).toBe(204)
    expect(headers).toMatchObject({
      'access-control-allow-origin': '*',
      'access-control-allow-methods': 'GET, HEAD, POST, PUT, DELETE',
      'access-control-allow-headers': 'authorization,content-type,x-shop',
    })
  })

  it('may read its answers and errors, with the headers that say how to go on', async () => {
    const port = await startHost()
    const { authorized } = await generate(port, await logIn(port))
    for (const headers of [{ Origin }, { Origin, ...authorized }]) {
      const answer = await ask(port, 'GET', '/v1/whoami', { headers })
      expect(answer.headers['access-control-allow-origin']).toBe('*')
      expect(answer.headers['access-control-allow-credentials']).toBeUndefined()
      const exposed = answer.headers['access-control-expose-headers']
      expect(exposed?.split(', ')).toEqual(
        expect.arrayContaining(['Allow', 'Retry-After', 'WWW-Authenticate', 'RateLimit-Remaining']),
      )
    }
  })

  it('are told what may be done, where they ask for no more than that', async () => {
    const { status, headers } = await ask(await startHost(), 'OPTIONS', '/v1/tags/1')
    expect(status).toBe(204)
    expect(headers.allow).toBe('GET, PUT, DELETE, HEAD, OPTIONS')
  })

  it('may not ask the management API', async () => {
    const port = await startHost()
    const session = await logIn(port)
    const preflight = { Origin, 'Access-Control-Request-Method': 'PUT' }
    const asked = [
      await ask(port, 'OPTIONS', '/api/plan', { headers: preflight }),
      await ask(port, 'GET', '/api/plan', { headers: { ...session, Origin } }),
    ]
    for (const { headers } of asked) {
      expect(headers['access-control-allow-origin']).toBeUndefined()
      expect(headers['cross-origin-resource-policy']).toBe('same-origin')
    }
    const body = { plan: 'starter' }
    const put = (origin: string) =>
      ask(port, 'PUT', '/api/plan', { headers: { ...session, Origin: origin }, body })
    expect((await put(Origin)).body).toContain('/problems/foreign-origin')
    expect((await put(`http://127.0.0.1:${port}`)).status).toBe(200)
  })
})

describe('a name that the host does not go by', () => {
  it.each(['evil.example', 'localhost.evil.example', 'edesk.test:80'])(
    'is refused: %s',
    async (name) => {
      const port = await startHost()
      const headers = { Host: name }
      expect(inShort(await ask(port, 'GET', '/v1/whoami', { headers }))).toBe('421 edesk')
      expect(inShort(await ask(port, 'GET', '/api/session', { headers }))).toBe('421 problem')
      expect(inShort(await ask(port, 'GET', '/', { headers }))).toBe('421 problem')
    },
  )

  it('is refused in the address too', async () => {
    const answer = await sendRaw(
      await startHost(),
      'GET http://evil.example/api/session HTTP/1.1\r\nHost: localhost\r\n\r\n',
    )
    expect(answer).toMatch(/^HTTP\/1.1 421 /)
  })

  it.each(['localhost', 'LOCALHOST:80', '127.0.0.1', '[::1]:4174', '192.0.2.7', 'Edesk.test'])(
    'is none of these: %s',
    async (name) => {
      const port = await startHost({ hostNames: ['edesk.test'] })
      const { status } = await ask(port, 'GET', '/api/session', { headers: { Host: name } })
      expect(status).toBe(200)
    },
  )
})

describe('a request that is too large', () => {
  const tooLarge = 'x'.repeat(25_000_001)

  it('is refused in the form of the API that it is for', async () => {
    const port = await startHost()
    const publicAnswer = await ask(port, 'POST', '/v1/tags', { body: tooLarge })
    expect(inShort(publicAnswer)).toBe('413 edesk')
    expect(publicAnswer.headers['access-control-allow-origin']).toBe('*')
    expect(inShort(await ask(port, 'POST', '/api/session', { body: tooLarge }))).toBe('413 problem')
  })

  it('is refused also where it does not say how large it is', async () => {
    const headers = { ...json, 'Transfer-Encoding': 'chunked' }
    const answer = await ask(await startHost(), 'POST', '/v1/tags', { headers, body: tooLarge })
    expect(inShort(answer)).toBe('413 edesk')
  })

  it('is left to the API where the API can say so itself', async () => {
    const port = await startHost()
    const body = tooLarge.slice(0, 3_000_000)
    const { authorized } = await generate(port, await logIn(port))
    const answer = await ask(port, 'POST', '/v1/tags', { headers: authorized, body })
    expect(inShort(answer)).toBe('400 edesk')
    expect(answer.body).toContain('The body is too large.')
  })
})

describe('HTTP that makes no sense', () => {
  it.each([
    ['no HTTP at all', 'HELLO\r\n\r\n', 400],
    ['a host that is none', 'GET /v1/whoami HTTP/1.1\r\nHost: a b\r\n\r\n', 400],
    ['a host with a password', 'GET /v1/whoami HTTP/1.1\r\nHost: a:b@localhost\r\n\r\n', 400],
    ['a control character', 'GET /v1/\x01 HTTP/1.1\r\nHost: localhost\r\n\r\n', 400],
    [
      'two lengths',
      'POST /v1/tags HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1, 2\r\n\r\n',
      400,
    ],
    ['a method that sends back', 'TRACE /v1/tags HTTP/1.1\r\nHost: localhost\r\n\r\n', 501],
  ])('is refused: %s', async (_what, bytes, status) => {
    const port = await startHost()
    expect(await sendRaw(port, bytes)).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
    expect((await ask(port, 'GET', '/api/session')).status).toBe(200)
  })

  it.each([
    ['/v1/tickets/%E0%A4%A', 404],
    ['/v1/tickets/%31', 200],
    ['/v1/%2e%2e/v1/tickets/1', 200],
    ['/v1/tickets/1%00', 404],
    ['/v1/tickets/1?filter=%zz', 200],
  ])('is no percent-encoding: %s', async (path, status) => {
    const port = await startHost()
    const { authorized } = await generate(port, await logIn(port))
    expect((await ask(port, 'GET', path, { headers: authorized })).status).toBe(status)
  })

  it('has a body for no HEAD', async () => {
    const port = await startHost()
    const { authorized } = await generate(port, await logIn(port))
    const head = 'HEAD /v1/tags HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n'
    const key = `Authorization: ${authorized.Authorization}\r\n`
    const answer = await sendRaw(port, `${head}${key}\r\n`)
    expect(answer).toMatch(/^HTTP\/1.1 200 /)
    expect(answer).toMatch(/\r\n\r\n$/)
    expect(await sendRaw(port, head.replace('/v1/tags', '/api/tokens') + '\r\n')).toMatch(
      /^HTTP\/1.1 405 [^]*\r\n\r\n$/,
    )
  })

  it('changes nothing where it is broken off', async () => {
    const port = await startHost()
    const session = await logIn(port)
    const { id, authorized } = await generate(port, session)
    const headers = { ...json, ...authorized, Expect: '100-continue', 'Content-Length': '99' }
    const broken = request({ port, host: '127.0.0.1', method: 'POST', path: '/v1/tags', headers })
    broken.flushHeaders()
    await once(broken, 'continue')
    broken.write('{"name":"Half"')
    const gone = new Promise((resolve) => broken.on('error', resolve))
    broken.destroy()
    await gone
    const usage = await ask(port, 'GET', `/api/tokens/${id}/usage`, { headers: session })
    expect(JSON.parse(usage.body)).toMatchObject({ total: 0 })
  })
})

describe('many requests at once', () => {
  const applications = 20
  const each = 50

  it('are all answered and all recorded', async () => {
    const port = await startHost()
    const session = await logIn(port)
    const names = Array.from({ length: applications }, (_, index) => `Application ${index}`)
    const tokens = await Promise.all(names.map((name) => generate(port, session, name)))
    const paths = ['/v1/whoami', '/v1/tags', '/v1/tickets', '/v1/sales-orders', '/v1/contacts']
    const start = performance.now()
    const statuses = await Promise.all(
      tokens.map(async ({ authorized }) => {
        const seen: number[] = []
        for (let number = 0; number < each; number += 1) {
          const path = paths[number % paths.length] ?? ''
          const answer = await fetch(`http://127.0.0.1:${port}${path}`, { headers: authorized })
          await answer.arrayBuffer()
          seen.push(answer.status)
        }
        return seen
      }),
    )
    const seconds = (performance.now() - start) / 1000
    console.log(`The host has answered ${Math.round((applications * each) / seconds)} requests/s.`)

    expect(statuses.flat()).toEqual(Array.from({ length: applications * each }, () => 200))
    for (const { id } of tokens) {
      const usage = await ask(port, 'GET', `/api/tokens/${id}/usage`, { headers: session })
      expect(JSON.parse(usage.body)).toMatchObject({ total: each, refused: 0 })
    }
  }, 20_000)
})
