import { once } from 'node:events'
import { request } from 'node:http'

import { describe, expect, it } from 'vitest'

import { ask, createTokenOverHttp, logIn, sendRaw } from '../support/http.ts'
import { statusAndFormat, startSingleHost } from '../support/singleHost.ts'

const json = { 'Content-Type': 'application/json' }

describe('a request that is too large', () => {
  const tooLarge = 'x'.repeat(25_000_001)

  it('is refused in the error format of its API', async () => {
    const port = await startSingleHost()
    const { authorized } = await createTokenOverHttp(port, await logIn(port))
    const headers = { ...json, ...authorized }
    const publicAnswer = await ask(port, 'POST', '/v1/tags', { headers, body: tooLarge })
    expect(statusAndFormat(publicAnswer)).toBe('413 edesk')
    expect(publicAnswer.headers['access-control-allow-origin']).toBe('*')
    const { status, body } = await ask(port, 'POST', '/api/session', { body: tooLarge })
    expect(status).toBe(413)
    expect(body).toContain('/problems/body-too-large')
  })

  it('is refused also without a Content-Length', async () => {
    const port = await startSingleHost()
    const { authorized } = await createTokenOverHttp(port, await logIn(port))
    const headers = { ...json, ...authorized, 'Transfer-Encoding': 'chunked' }
    const response = await ask(port, 'POST', '/v1/tags', { headers, body: tooLarge })
    expect(statusAndFormat(response)).toBe('413 edesk')
  })

  it('is refused because of its key first', async () => {
    const response = await ask(await startSingleHost(), 'POST', '/v1/tags', { body: tooLarge })
    expect(statusAndFormat(response)).toBe('401 edesk')
  })

  it('is one with more bytes than its operation allows', async () => {
    const port = await startSingleHost()
    const { authorized } = await createTokenOverHttp(port, await logIn(port))
    const headers = { ...json, ...authorized }
    // One character of two bytes too many.
    const body = `{"name":"${'\u00e9'.repeat(999_995)}"}`
    const response = await ask(port, 'POST', '/v1/tags', { headers, body })
    expect(statusAndFormat(response)).toBe('413 edesk')
    expect(response.body).toContain('It may have 2,000,000 bytes.')
  })
})

describe('the HTTP parser of the host', () => {
  it.each([
    ['no HTTP at all', 'HELLO\r\n\r\n', 400],
    ['an invalid host', 'GET /v1/whoami HTTP/1.1\r\nHost: a b\r\n\r\n', 400],
    ['a host with a password', 'GET /v1/whoami HTTP/1.1\r\nHost: a:b@localhost\r\n\r\n', 400],
    ['a control character', 'GET /v1/\x01 HTTP/1.1\r\nHost: localhost\r\n\r\n', 400],
    [
      'two lengths',
      'POST /v1/tags HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1, 2\r\n\r\n',
      400,
    ],
    [
      'another expectation than 100-continue',
      'POST /v1/tags HTTP/1.1\r\nHost: localhost\r\nExpect: 200-ok\r\n\r\n',
      417,
    ],
    ['a method that echoes the request', 'TRACE /v1/tags HTTP/1.1\r\nHost: localhost\r\n\r\n', 501],
  ])('refuses %s', async (_what, bytes, status) => {
    const port = await startSingleHost()
    expect(await sendRaw(port, bytes)).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
    expect((await ask(port, 'GET', '/api/session')).status).toBe(200)
  })

  it.each([
    ['/v1/tickets/%E0%A4%A', 404],
    ['/v1/tickets/%31', 200],
    ['/v1/%2e%2e/v1/tickets/1', 200],
    ['/v1/tickets/1%00', 404],
    ['/v1/tickets/1?filter=%zz', 200],
  ])('refuses invalid percent-encoding: %s', async (path, status) => {
    const port = await startSingleHost()
    const { authorized } = await createTokenOverHttp(port, await logIn(port))
    expect((await ask(port, 'GET', path, { headers: authorized })).status).toBe(status)
  })

  it('refuses two keys, as a browser sends them', async () => {
    const port = await startSingleHost()
    const { authorized } = await createTokenOverHttp(port, await logIn(port))
    const key = `Authorization: ${authorized.Authorization}\r\n`
    const start = 'HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n'
    const answer = await sendRaw(port, `GET /v1/whoami ${start}${key}${key}\r\n`)
    expect(answer).toMatch(/^HTTP\/1.1 401 [^]*Position 43 of the key is a comma \(U\+002C\)/)
    const type = 'Content-Type: application/json\r\n'
    const post = `POST /v1/tags ${start}${key}${type}Content-Type: text/plain\r\nContent-Length: 2\r\n\r\n{}`
    expect(await sendRaw(port, post)).toMatch(/^HTTP\/1.1 400 [^]*must be JSON/)
  })

  it('sends no body for HEAD', async () => {
    const port = await startSingleHost()
    const { authorized } = await createTokenOverHttp(port, await logIn(port))
    const head = 'HEAD /v1/tags HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n'
    const key = `Authorization: ${authorized.Authorization}\r\n`
    const response = await sendRaw(port, `${head}${key}\r\n`)
    expect(response).toMatch(/^HTTP\/1.1 200 /)
    expect(response).toMatch(/\r\n\r\n$/)
    expect(await sendRaw(port, head.replace('/v1/tags', '/api/tokens') + '\r\n')).toMatch(
      /^HTTP\/1.1 405 [^]*\r\n\r\n$/,
    )
  })

  it('changes no data if the connection closes early', async () => {
    const port = await startSingleHost()
    const session = await logIn(port)
    const { id, authorized } = await createTokenOverHttp(port, session)
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

describe('many parallel requests', () => {
  const applications = 20
  const each = 50

  it('are all answered and recorded', async () => {
    const port = await startSingleHost()
    const session = await logIn(port)
    const names = Array.from({ length: applications }, (_, index) => `Application ${index}`)
    const tokens = await Promise.all(names.map((name) => createTokenOverHttp(port, session, name)))
    const paths = ['/v1/whoami', '/v1/tags', '/v1/tickets', '/v1/sales-orders', '/v1/contacts']
    const start = performance.now()
    const statuses = await Promise.all(
      tokens.map(async ({ authorized }) => {
        const seen: number[] = []
        for (let number = 0; number < each; number += 1) {
          const path = paths[number % paths.length] ?? ''
          const response = await fetch(`http://127.0.0.1:${port}${path}`, { headers: authorized })
          await response.arrayBuffer()
          seen.push(response.status)
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
  })
})
