import { once } from 'node:events'
import { type IncomingMessage, request } from 'node:http'

import { describe, expect, it, vi } from 'vitest'

import type { HostExchange, HostObserver } from '#src/mock/transports/hostObserver.ts'

import { eventually } from '../support/eventually.ts'
import { ask, createTokenOverHttp, logIn, sendRaw } from '../support/http.ts'
import { keyDisguises } from '../support/keyDisguises.ts'
import { startSingleHost } from '../support/singleHost.ts'

async function start(options: Parameters<typeof startSingleHost>[0] = {}) {
  const exchanges: HostExchange[] = []
  let ids = 0
  let time = 0
  const observer: HostObserver = {
    newRequestId: () => `made-${++ids}`,
    now: () => (time += 5),
    requestStarted: vi.fn(),
    requestEnded: (exchange) => exchanges.push(exchange),
  }
  const port = await startSingleHost({ observer, ...options })
  /** Waits for the exchanges with these requests: a response arrives before the host has observed its end. */
  const observed = async (count: number) => {
    await eventually(() => expect(exchanges).toHaveLength(count))
    return exchanges
  }
  return { port, observer, exchanges, observed }
}

describe('an exchange', () => {
  it('has the operation, the status, the duration and the size', async () => {
    const { port, observer, observed } = await start()
    const { body, headers } = await ask(port, 'GET', '/api/session')
    const [exchange] = await observed(1)
    expect(exchange).toEqual({
      requestId: 'made-1',
      proxyRequestId: undefined,
      method: 'GET',
      operation: 'getSession',
      status: 200,
      milliseconds: 5,
      bytes: expect.any(Number) as number,
      isComplete: true,
    })
    const size = Object.entries(headers).reduce(
      (sum, [name, value]) => sum + name.length + String(value).length + 4,
      0,
    )
    expect(exchange?.bytes).toBe('HTTP/1.1 200 OK\r\n\r\n'.length + size + body.length)
    expect(observer.requestStarted).toHaveBeenCalledTimes(1)
  })

  it.each([
    ['GET', '/api/tokens/1', 'getToken', 401],
    ['GET', '/v1/tags/7?x=1', 'getTag', 401],
    ['HEAD', '/v1/tags', 'listTags', 401],
    ['GET', '/%61pi/session', 'getSession', 200],
    ['GET', '/api/nothing', 'unknown', 404],
    ['PUT', '/api/session', 'unknown', 405],
    ['GET', '/settings', 'file', 200],
    ['GET', '/healthz?a', 'healthz', 200],
    ['GET', '/readyz', 'readyz', 200],
    ['POST', '/demo-control/v1/worlds', 'control', 200],
  ])('names the operation of %s %s: %s', async (method, path, operation, status) => {
    const { port, observed } = await start()
    await ask(port, method, path)
    expect(await observed(1)).toMatchObject([{ operation, status }])
  })

  it('has one of few operations, whatever the client sends', async () => {
    const { port, observed } = await start()
    const paths = ['/x', '/api/x', '/v1/x', '/api/tokens/x', '/v1/tags/x', '/demo-control/x']
    for (const path of paths) {
      for (const method of ['GET', 'PATCH', 'M-SEARCH']) await ask(port, method, path)
    }
    const operations = new Set((await observed(18)).map(({ operation }) => operation))
    expect([...operations].toSorted()).toEqual([
      ...['control', 'file', 'getTag', 'getToken', 'unknown', 'updateToken'],
    ])
  })

  it('names a preflight request, and a request that is not HTTP', async () => {
    const { port, observed } = await start()
    const headers = { Origin: 'https://shop.example', 'Access-Control-Request-Method': 'PUT' }
    await ask(port, 'OPTIONS', '/v1/tags/1', { headers })
    const answer = await sendRaw(port, 'BREW /v1/tags HTTP/1.1\r\nHost: localhost\r\n\r\n')
    expect(await observed(2)).toMatchObject([
      { operation: 'preflight', status: 204 },
      { operation: 'malformed', status: 405, method: null, bytes: answer.length },
    ])
    expect(answer).toContain('x-request-id: made-2\r\n')
  })

  it.each([
    ['the whole', 100_000, true],
    ['a part', 50_000, false],
  ])(
    'says whether %s was sent if the client closes the connection',
    async (_part, sent, isComplete) => {
      const { port, observed } = await start({
        serveFile: (_request, response) => {
          response.writeHead(200, { 'Content-Length': '100000' })
          response.write('x'.repeat(sent))
        },
      })
      const outgoing = request({ port, host: '127.0.0.1', path: '/file' })
      outgoing.end()
      const [incoming] = (await once(outgoing, 'response')) as [IncomingMessage]
      let received = 0
      for await (const part of incoming as AsyncIterable<Buffer>) {
        received += part.length
        if (received === sent) break
      }
      expect(await observed(1)).toMatchObject([{ status: 200, isComplete }])
    },
  )

  it('says that the client has left before the response', async () => {
    const never = new Promise<boolean>(() => undefined)
    const { port, observer, observed } = await start({ isReady: () => never })
    const left = request({ port, host: '127.0.0.1', path: '/readyz' })
    left.on('error', () => undefined)
    left.end()
    await eventually(() => expect(observer.requestStarted).toHaveBeenCalled())
    left.destroy()
    expect(await observed(1)).toMatchObject([{ status: null, isComplete: false, bytes: 0 }])
  })
})

describe('the id of a request', () => {
  it('is in the header of every response, also of a refusal', async () => {
    const { port, observed } = await start()
    const paths = ['/api/session', '/v1/whoami', '/settings', '/healthz', '/api/nothing']
    const ids: unknown[] = []
    for (const path of paths) ids.push((await ask(port, 'GET', path)).headers['x-request-id'])
    const headers = { Host: 'evil.example' }
    ids.push((await ask(port, 'GET', '/api/session', { headers })).headers['x-request-id'])
    expect((await observed(6)).map(({ requestId }) => requestId)).toEqual(ids)
    expect(new Set(ids).size).toBe(6)
  })

  it('is the one in the log of the token, if the public API has one', async () => {
    const { port, observed } = await start({ trustedProxies: ['loopback'] })
    const { authorized } = await createTokenOverHttp(port, await logIn(port))
    const headers = { ...authorized, 'X-Request-Id': 'from-the-proxy' }
    const { headers: sent } = await ask(port, 'GET', '/v1/whoami', { headers })
    expect((await observed(3)).at(-1)).toMatchObject({
      requestId: sent['x-request-id'],
      proxyRequestId: 'from-the-proxy',
    })
    expect(sent['x-request-id']).toMatch(/^req_/)
  })

  it('is the one of a trusted proxy', async () => {
    const { port, observed } = await start({ trustedProxies: ['loopback'] })
    const headers = { 'X-Request-Id': '7f3c2b1a-9d.e:0_5' }
    const response = await ask(port, 'GET', '/api/session', { headers })
    expect(response.headers['x-request-id']).toBe('7f3c2b1a-9d.e:0_5')
    expect(await observed(1)).toMatchObject([
      { requestId: '7f3c2b1a-9d.e:0_5', proxyRequestId: undefined },
    ])
  })

  it('is not the one of anybody else', async () => {
    const { port } = await start()
    const headers = { 'X-Request-Id': '7f3c2b1a9d' }
    const response = await ask(port, 'GET', '/api/session', { headers })
    expect(response.headers['x-request-id']).toBe('made-1')
  })

  it.each(['short', 'x'.repeat(65), 'admin@example.com', 'two words', '{"a":1234}', ''])(
    'is not one of a proxy that is not well-formed: %j',
    async (id) => {
      const { port } = await start({ trustedProxies: ['loopback'] })
      const headers = { 'X-Request-Id': id }
      const response = await ask(port, 'GET', '/api/session', { headers })
      expect(response.headers['x-request-id']).toBe('made-1')
    },
  )

  it('is not one that contains a key, in any form', async () => {
    const { port, observed } = await start({ trustedProxies: ['loopback'] })
    const { authorized } = await createTokenOverHttp(port, await logIn(port))
    const key = authorized.Authorization.replace('Bearer ', '')
    const forms = Object.values({ plain: (text: string) => text, ...keyDisguises })
      .map((disguise) => disguise(key))
      .filter((form) => /^[\w.:-]{8,64}$/.test(form))
    expect(forms.length).toBeGreaterThan(1)
    for (const form of forms) {
      await ask(port, 'GET', '/api/session', { headers: { 'X-Request-Id': form } })
    }
    const ids = (await observed(2 + forms.length)).map(({ requestId }) => requestId)
    expect(ids.filter((id) => !id.startsWith('made-'))).toEqual([])
  })
})

it('a host without an observer adds no id', async () => {
  const { headers } = await ask(await startSingleHost(), 'GET', '/api/session')
  expect(headers['x-request-id']).toBeUndefined()
})

it('the server gets the id of the response, and none that a client has sent', async () => {
  const { port } = await start({
    control: async ({ headers }) => new Response(headers.get('x-request-id')),
  })
  const headers = { 'X-Request-Id': 'from-a-client' }
  const response = await ask(port, 'POST', '/demo-control/v1/worlds', { headers })
  expect([response.body, response.headers['x-request-id']]).toEqual(['made-1', 'made-1'])
})
