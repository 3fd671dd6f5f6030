import { describe, expect, it } from 'vitest'

import { createProxyCheck } from '#src/mock/transports/proxies.ts'

import {
  ask,
  createTokenOverHttp,
  loggedAddress,
  logIn,
  type RawResponse,
} from '../support/http.ts'
import { startSingleHost } from '../support/singleHost.ts'

const loopback = { trustedProxies: ['loopback'] }
const body = { email: 'admin@example.com', password: 'edesk-demo' }
const forwarded = { 'X-Forwarded-Proto': 'https', 'X-Forwarded-Host': 'shop.example' }
const Origin = 'https://shop.example'

function detailOf(response: RawResponse): string {
  return (JSON.parse(response.body) as { detail: string }).detail
}

describe('a request through a proxy', () => {
  it('is refused if the proxy is not trusted, and the refusal names both origins and the option', async () => {
    const port = await startSingleHost()
    for (const headers of [{ Origin }, { Origin, ...forwarded }]) {
      const response = await ask(port, 'POST', '/api/session', { headers, body })
      expect(response.status).toBe(403)
      expect(detailOf(response)).toContain('https://shop.example')
      expect(detailOf(response)).toContain(`http://127.0.0.1:${port}`)
      expect(detailOf(response)).toContain('--trust-proxy')
    }
  })

  it('has the origin that a trusted proxy forwards', async () => {
    const port = await startSingleHost(loopback)
    const headers = { Origin, ...forwarded }
    const { status, headers: sent } = await ask(port, 'POST', '/api/session', { headers, body })
    expect(status).toBe(201)
    expect(sent['set-cookie']?.[0]).toMatch(/^edesk_session_443=.*; HttpOnly; Secure$/)
    const foreign = { ...headers, Origin: `http://127.0.0.1:${port}` }
    expect((await ask(port, 'POST', '/api/session', { headers: foreign, body })).status).toBe(403)
  })

  it('has the forwarded protocol with its Host header, if the proxy keeps that', async () => {
    const port = await startSingleHost({ ...loopback, hostNames: ['shop.example'] })
    const headers = { Origin, Host: 'shop.example', 'X-Forwarded-Proto': 'https' }
    expect((await ask(port, 'POST', '/api/session', { headers, body })).status).toBe(201)
  })

  it('has the values of the last proxy, because a client can send others before them', async () => {
    const port = await startSingleHost(loopback)
    const headers = {
      Origin,
      'X-Forwarded-Proto': 'http, https',
      'X-Forwarded-Host': 'evil.example, shop.example',
    }
    expect((await ask(port, 'POST', '/api/session', { headers, body })).status).toBe(201)
    const evil = { ...headers, Origin: 'http://evil.example' }
    expect((await ask(port, 'POST', '/api/session', { headers: evil, body })).status).toBe(403)
  })

  it.each([
    [{ 'X-Forwarded-Host': 'localhost/api/session?' }],
    [{ 'X-Forwarded-Host': 'a b' }],
    [{ 'X-Forwarded-Proto': 'javascript' }],
  ])('is refused with %j', async (headers) => {
    const port = await startSingleHost(loopback)
    expect((await ask(port, 'GET', '/api/session', { headers })).status).toBe(400)
  })

  it('still needs an accepted Host header: a forwarded name does not help against DNS rebinding', async () => {
    const port = await startSingleHost(loopback)
    const headers = { Host: 'evil.example', 'X-Forwarded-Host': 'localhost' }
    expect((await ask(port, 'GET', '/api/session', { headers })).status).toBe(421)
  })

  it('keeps its session if the name of the host changes', async () => {
    const port = await startSingleHost(loopback)
    const session = await logIn(port)
    const headers = { ...session, ...forwarded }
    expect((await ask(port, 'GET', '/api/plan', { headers })).status).toBe(200)
  })
})

describe('the address of a request with a token', () => {
  const client = '203.0.113.7'

  async function start(trustedProxies: string[]) {
    const port = await startSingleHost({ trustedProxies })
    const session = await logIn(port)
    const { id, authorized } = await createTokenOverHttp(port, session)
    return {
      address: () => loggedAddress(port, id, session),
      use: async (headers: Record<string, string> = {}) =>
        (await ask(port, 'GET', '/v1/whoami', { headers: { ...authorized, ...headers } })).status,
      allow: (allowedAddresses: string[]) =>
        ask(port, 'PATCH', `/api/tokens/${id}`, {
          headers: { ...session, 'If-Match': '*' },
          body: { allowedAddresses },
        }),
    }
  }

  it('is that of the connection, whatever a client claims', async () => {
    const { address, use, allow } = await start([])
    const forged = { 'X-Forwarded-For': client, Forwarded: `for=${client}` }
    expect(await use(forged)).toBe(200)
    expect(await address()).toBe('127.0.0.1')
    await allow([client])
    expect(await use(forged)).toBe(403)
    await allow(['127.0.0.0/8'])
    expect(await use(forged)).toBe(200)
  })

  it('is the one that a trusted proxy forwards', async () => {
    const { address, use, allow } = await start(['loopback'])
    await allow([client])
    expect(await use({ 'X-Forwarded-For': client })).toBe(200)
    expect(await address()).toBe(client)
    expect(await use({ 'X-Forwarded-For': `${client}, 198.51.100.1` })).toBe(403)
    expect(await address()).toBe('198.51.100.1')
    expect(await use()).toBe(403)
    expect(await use({ 'X-Forwarded-For': client, Forwarded: 'for=198.51.100.1' })).toBe(403)
    expect(await address()).toBeNull()
  })
})

describe('a trusted proxy', () => {
  it.each([
    ['loopback', '127.0.0.1', true],
    ['loopback', '::1', true],
    ['loopback', '::ffff:127.0.0.1', true],
    ['loopback', '10.0.0.1', false],
    ['192.0.2.7', '192.0.2.7', true],
    ['192.0.2.7', '::ffff:192.0.2.7', true],
    ['192.0.2.7', '192.0.2.8', false],
    ['172.16.0.0/12', '172.31.255.1', true],
    ['172.16.0.0/12', '172.32.0.1', false],
    ['2001:db8::/32', '2001:db8:1::1', true],
    ['2001:db8::/32', '2001:db9::1', false],
  ])('%s: is %s one? %s', (proxy, address, expected) => {
    expect(createProxyCheck([proxy])(address)).toBe(expected)
    expect(createProxyCheck([])(address)).toBe(false)
    expect(createProxyCheck([proxy])(undefined)).toBe(false)
  })

  it.each(['', 'proxy', '10.0.0.0/33', '10.0.0/8', '*', '10.0.0.1/'])(
    'is an address, not %j',
    (text) => expect(() => createProxyCheck([text])).toThrow('is not the address of a proxy'),
  )
})
