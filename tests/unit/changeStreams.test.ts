import { once } from 'node:events'

import { describe, expect, it, vi } from 'vitest'

import { sessionLifetimeMs } from '#src/mock/server/session.ts'
import { createChangeStreams } from '#src/mock/transports/changeStreams.ts'
import type { HostExchange } from '#src/mock/transports/hostObserver.ts'
import { StorageError } from '#src/mock/storage/port.ts'

import { eventually } from '../support/eventually.ts'
import { openStream, startHostWithStreams } from '../support/changeStreams.ts'
import { ask, createTokenOverHttp, logIn } from '../support/http.ts'
import { startSingleHost, statusAndFormat } from '../support/singleHost.ts'

/** Lets events follow each other at once. */
const atOnce = { intervalMs: 0 }
const path = '/api/changes'

async function startLoggedIn(options: Parameters<typeof startHostWithStreams>[0] = {}) {
  const started = await startHostWithStreams(options)
  const session = await logIn(started.port)
  return { ...started, session, open: () => openStream(started.port, session) }
}

describe('a stream of changes', () => {
  it('begins with an event, and has one after a change of another client', async () => {
    const { port, session, open } = await startLoggedIn(atOnce)
    const stream = await open()
    await eventually(() => expect(stream.events()).toBe(1))
    await createTokenOverHttp(port, session)
    await eventually(() => expect(stream.events()).toBe(2))
  })

  it('has one after a request of a token, whose use the pages show', async () => {
    const { port, session, open } = await startLoggedIn(atOnce)
    const { authorized } = await createTokenOverHttp(port, session)
    const stream = await open()
    await ask(port, 'GET', '/v1/whoami', { headers: authorized })
    await eventually(() => expect(stream.events()).toBe(2))
  })

  it('has none after requests that read or are refused', async () => {
    const { port, session, open } = await startLoggedIn(atOnce)
    const stream = await open()
    await ask(port, 'GET', '/api/tokens', { headers: session })
    await ask(port, 'POST', '/api/tokens', { headers: session, body: {} })
    // An event would come before this answer.
    await ask(port, 'GET', '/api/session')
    expect(stream.events()).toBe(1)
    await createTokenOverHttp(port, session)
    await eventually(() => expect(stream.events()).toBe(2))
    expect(stream.received()).toBe('data: changed\n\n'.repeat(2))
  })

  it('has one event for many changes within a second', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    try {
      const { port, session, open } = await startLoggedIn()
      const stream = await open()
      for (const name of ['A', 'B', 'C']) await createTokenOverHttp(port, session, name)
      await vi.advanceTimersByTimeAsync(999)
      await ask(port, 'GET', '/api/session')
      expect(stream.events()).toBe(1)
      await vi.advanceTimersByTimeAsync(1)
      vi.useRealTimers()
      await eventually(() => expect(stream.events()).toBe(2))
      await ask(port, 'GET', '/api/session')
      expect(stream.events()).toBe(2)
    } finally {
      vi.useRealTimers()
    }
  })

  it('is not stored, collected by a proxy or readable for other origins', async () => {
    const { open } = await startLoggedIn()
    const { status, headers } = await open()
    expect(status).toBe(200)
    expect(headers).toMatchObject({
      'content-type': 'text/event-stream',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
      'cross-origin-resource-policy': 'same-origin',
    })
    expect(headers).not.toHaveProperty('access-control-allow-origin')
  })

  it('has a comment now and then, so that no proxy takes it for dead', async () => {
    const { open } = await startLoggedIn({ heartbeatMs: 5 })
    const stream = await open()
    await eventually(() => expect(stream.received()).toContain('\n\n:\n\n'))
    expect(stream.events()).toBe(1)
  })

  it('ends with the log-out', async () => {
    const { port, session, open } = await startLoggedIn(atOnce)
    const stream = await open()
    await ask(port, 'DELETE', '/api/session', { headers: session })
    await stream.ended()
    expect(stream.events()).toBe(1)
  })

  it('ends with the session, when the next comment is due', async () => {
    const { open, advance } = await startLoggedIn({ heartbeatMs: 5 })
    const stream = await open()
    advance(sessionLifetimeMs)
    await stream.ended()
  })

  it('ends if its client does not read it', async () => {
    const { port, session, host, open } = await startLoggedIn(atOnce)
    host.once('request', (_request, { socket }) => socket?.cork())
    const opening = open().catch(() => 'cut')
    await once(host, 'request')
    await createTokenOverHttp(port, session, 'A')
    await createTokenOverHttp(port, session, 'B')
    expect(await opening).toBe('cut')
  })

  it('ends when the host stops, which then opens no other and offers none', async () => {
    const { port, session, streams, open } = await startLoggedIn()
    const stream = await open()
    const offer = async () => (await ask(port, 'GET', '/api/session')).headers['change-stream']
    expect(await offer()).toBe('?1')
    streams.close()
    await stream.ended()
    expect(await offer()).toBeUndefined()
    expect(statusAndFormat(await ask(port, 'GET', path, { headers: session }))).toBe('503 problem')
  })

  it('is reported as a request of its own kind, when it has ended', async () => {
    const exchanges: HostExchange[] = []
    const { open } = await startLoggedIn({
      host: {
        observer: {
          newRequestId: () => 'id',
          now: () => 0,
          requestStarted: () => undefined,
          requestEnded: (exchange) => exchanges.push(exchange),
        },
      },
    })
    const stream = await open()
    const operations = () => exchanges.map(({ operation, status }) => [operation, status])
    expect(operations()).toEqual([['logIn', 201]])
    stream.leave()
    await eventually(() => expect(operations().at(-1)).toEqual(['changes', 200]))
  })
})

describe('a request for a stream', () => {
  it('is refused if nobody is logged in', async () => {
    const { port } = await startHostWithStreams()
    const response = await ask(port, 'GET', path)
    expect(response.status).toBe(401)
    expect(response.headers['content-type']).toBe('application/problem+json')
    expect(response.body).toContain('/problems/not-logged-in')
  })

  it('is refused under a foreign host name, and with a method that is not GET', async () => {
    const { port, session } = await startLoggedIn()
    const foreign = await ask(port, 'GET', path, { headers: { ...session, Host: 'evil.example' } })
    expect(foreign.status).toBe(421)
    for (const method of ['HEAD', 'POST', 'DELETE']) {
      const { status, headers } = await ask(port, method, path, { headers: session })
      expect([status, headers.allow]).toEqual([405, 'GET'])
    }
  })

  it('finds nothing at a host without streams, which offers none', async () => {
    const port = await startSingleHost()
    expect((await ask(port, 'GET', path, { headers: await logIn(port) })).status).toBe(404)
    expect((await ask(port, 'GET', '/api/session')).headers).not.toHaveProperty('change-stream')
  })

  it('is refused while a session has too many, and accepted when one has ended', async () => {
    const { port, session, open } = await startLoggedIn({ limits: { host: 9, session: 2 } })
    const [first] = [await open(), await open()]
    const refused = await ask(port, 'GET', path, { headers: session })
    expect(statusAndFormat(refused)).toBe('429 problem')
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)
    expect((await openStream(port, await logIn(port))).status).toBe(200)
    first.leave()
    await eventually(async () => expect((await open()).status).toBe(200))
  })

  it('is refused while the host has too many', async () => {
    const { port, open } = await startLoggedIn({ limits: { host: 2, session: 2 } })
    await open()
    await openStream(port, await logIn(port))
    const refused = await ask(port, 'GET', path, { headers: await logIn(port) })
    expect(statusAndFormat(refused)).toBe('503 problem')
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)
  })

  it('is answered with 503 if the storage does not answer', async () => {
    const streams = createChangeStreams(() => ({
      session: () => Promise.reject(new StorageError('unavailable')),
      subscribe: () => () => undefined,
    }))
    const port = await startSingleHost({ streams })
    const { status, body } = await ask(port, 'GET', path)
    expect([status, body]).toEqual([503, expect.stringContaining('storage-unavailable')])
  })
})
