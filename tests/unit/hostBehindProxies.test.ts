import { describe, expect, it } from 'vitest'

import type { HostExchange } from '#src/mock/transports/hostObserver.ts'

import { freePort } from '../../tools/run/freePort.ts'
import { ask, createTokenOverHttp, loggedAddress } from '../support/http.ts'
import { proxyPrograms, type ProxyProgram } from '../support/proxyProcess.ts'
import { startSingleHost } from '../support/singleHost.ts'

const name = 'edesk.example.com'

/** Starts a host and a proxy in front of it, with the options that the proxy's file names. */
async function start({ start: startProxy }: ProxyProgram) {
  const exchanges: HostExchange[] = []
  const hostPort = await startSingleHost({
    hostNames: [name],
    serveFile: (_request, response) =>
      response.setHeader('Content-Type', 'text/javascript').end('script()\n'.repeat(1_000)),
    trustedProxies: ['loopback'],
    observer: {
      newRequestId: () => 'made-by-the-host',
      now: () => 0,
      requestStarted: () => undefined,
      requestEnded: (exchange) => exchanges.push(exchange),
    },
  })
  const port = Number(await freePort())
  await startProxy(port, hostPort)
  const Host = `${name}:${port}`
  return { port, exchanges, headers: { Host, Origin: `http://${Host}` } }
}

describe.each(proxyPrograms)('a host behind $name, with its file in docs/deploy', (program) => {
  const test = it.skipIf(program.path === undefined)

  test('accepts changes of its own pages, and its cookie has the port that browsers see', async () => {
    const { port, headers } = await start(program)
    const body = { email: 'admin@example.com', password: 'edesk-demo' }
    const response = await ask(port, 'POST', '/api/session', { headers, body })
    expect(response.status).toBe(201)
    expect(response.headers['set-cookie']?.[0]).toMatch(`edesk_session_${port}=`)
    const foreign = { ...headers, Origin: 'https://shop.example' }
    const refused = await ask(port, 'POST', '/api/session', { headers: foreign, body })
    expect(refused.status).toBe(403)
  })

  test('gets the name and the scheme from the proxy, not from the client', async () => {
    const { port, headers } = await start(program)
    const body = { email: 'admin@example.com', password: 'edesk-demo' }
    for (const forged of [
      { Origin: 'http://evil.example', 'X-Forwarded-Host': 'evil.example' },
      { Origin: `https://${headers.Host}`, 'X-Forwarded-Proto': 'https' },
    ]) {
      const sent = { headers: { ...headers, ...forged }, body }
      expect((await ask(port, 'POST', '/api/session', sent)).status).toBe(403)
    }
  })

  test('has the proxy’s id of a request, not the client’s', async () => {
    const { port, headers, exchanges } = await start(program)
    const given = { ...headers, 'X-Request-Id': 'from-the-client' }
    const { headers: sent } = await ask(port, 'GET', '/api/session', { headers: given })
    const id = sent['x-request-id']
    expect(id).toMatch(/^[\da-f]{8}-?[\da-f]{4}-?[\da-f]{4}-?[\da-f]{4}-?[\da-f]{12}$/)
    const exchange = exchanges.find(({ operation }) => operation === 'getSession')
    expect(exchange?.requestId).toBe(id)
  })

  test('has the address of the client, not one that the client claims', async () => {
    const { port, headers } = await start(program)
    const body = { email: 'admin@example.com', password: 'edesk-demo' }
    const loggedIn = await ask(port, 'POST', '/api/session', { headers, body })
    const session = { ...headers, Cookie: loggedIn.headers['set-cookie']?.[0]?.split(';')[0] ?? '' }
    const { id, authorized } = await createTokenOverHttp(port, session)
    const claimed = { 'X-Forwarded-For': '203.0.113.7', Forwarded: 'for=203.0.113.7' }
    const sent = { headers: { ...headers, ...authorized, ...claimed } }
    expect((await ask(port, 'GET', '/v1/whoami', sent)).status).toBe(200)
    expect(await loggedAddress(port, id, session)).toBe('127.0.0.1')
  })

  test('receives a form of 25 MB, and refuses a larger body itself', async () => {
    const { port, headers } = await start(program)
    const sent = { headers: { ...headers, 'Content-Type': 'multipart/form-data; boundary=x' } }
    const form = (size: number) =>
      ask(port, 'POST', '/v1/order-notes/1/attachments', { ...sent, body: 'x'.repeat(size) })
    expect((await form(25_000_000)).body).toContain('"error"')
    const json = { headers, body: 'x'.repeat(25_000_001) }
    expect((await ask(port, 'POST', '/api/session', json)).body).toContain('body-too-large')
  })

  test('has its files compressed, and no response of an API', async () => {
    const { port, headers } = await start(program)
    const accepting = { headers: { ...headers, 'Accept-Encoding': 'gzip' } }
    const script = await ask(port, 'GET', '/assets/app.js', accepting)
    expect(script.headers['content-encoding']).toBe('gzip')
    for (const path of ['/api/session', '/v1/whoami']) {
      const response = await ask(port, 'GET', path, accepting)
      expect(response.headers['content-encoding']).toBeUndefined()
    }
  })

  test('does not show its health checks', async () => {
    const { port, headers } = await start(program)
    for (const path of ['/healthz', '/readyz']) {
      expect((await ask(port, 'GET', path, { headers })).status).toBe(404)
    }
  })
})
