import { once } from 'node:events'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'

import { expect, it } from 'vitest'

import { createHost } from '#src/mock/transports/host.ts'
import { createTestDemo } from '#src/mock/transports/testDemo.ts'

import { ask, sendRaw } from '../support/http.ts'
import { listen } from '../support/listen.ts'

async function startDemoHost(): Promise<number> {
  const { server } = await createTestDemo()
  const serveFile = (_request: unknown, response: { end(text: string): unknown }) =>
    response.end('the application')
  const host = createHost({ server, serveFile })
  return listen(host)
}

it.each([
  ['PURGEALL /v1/tags', 405, '\r\nallow: GET, POST, HEAD, OPTIONS\r\n'],
  ['nonsense /v1/tags?page=1', 405, '"httpCode":405'],
  ['PURGEALL /v1/nothing', 404, '"httpCode":404'],
  ['PURGEALL /v1', 404, '\r\naccess-control-allow-origin: *\r\n'],
  ['PURGEALL /tokens', 400, 'Content-Length: 0'],
  ['TRACK /v1/tags', 400, 'The request is not valid HTTP.'],
  ['PURGEALL /api/tokens', 400, 'application/problem+json'],
  ['PURGEALL v1', 400, 'Content-Length: 0'],
])('the host responds to %s with %i', async (request, status, part) => {
  const port = await startDemoHost()
  const answer = await sendRaw(port, `${request} HTTP/1.1\r\nHost: localhost\r\n\r\n`)
  expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
  expect(answer).toContain(part)
  expect((await ask(port, 'GET', '/api/session')).status).toBe(200)
})

it('the host responds to oversized headers with 431', async () => {
  const long = `GET /v1/tags HTTP/1.1\r\nHost: localhost\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`
  expect(await sendRaw(await startDemoHost(), long)).toMatch(/^HTTP\/1.1 431 /)
})

const carriageReturn = 'Position 10 of the key is a carriage return (U+000D).'

it.each([
  ['Bearer edesk_abc\r', 400, carriageReturn],
  ['bearer  edesk_abc\r', 400, carriageReturn],
  ['Bearer edesk_abc\0', 400, 'Position 10 of the key is a NUL (U+0000).'],
  ['Bearer ede\rsk_abc', 400, 'Position 4 of the key is a carriage return (U+000D).'],
  ['Bearer "edesk_abc"', 403, 'Invalid token. Position 1 of the key is a quotation mark (U+0022).'],
  ["Bearer edesk_abc'", 403, 'Invalid token. Position 10 of the key is an apostrophe (U+0027).'],
  ['Bearer edesk abc', 401, 'Position 6 of the key is a space (U+0020).'],
  ['Bearer edesk_abc\tx', 401, 'Position 10 of the key is a tab (U+0009).'],
  ['"Bearer edesk_abc"', 401, 'Position 1 of the header is a quotation mark (U+0022).'],
  ['Bearer edesk_abc\xe2\x80\x8b', 403, 'Position 10 of the key is a zero-width space (U+200B).'],
  ['Bearer \xe2\x80\x9cedesk_abc', 403, 'Position 1 of the key is a quotation mark (U+201C).'],
  [
    'Bearer edesk_\xe9',
    403,
    'Position 7 of the key is a character that keys do not have (U+00E9).',
  ],
  ['Bearer \xef\xbb\xbfedesk_abc', 403, 'Position 1 of the key is a byte order mark (U+FEFF).'],
  ['Bearer \xf0\x9f\x94\x91edesk', 403, 'keys do not have (U+1F511).'],
])('the host names the wrong character of a key: %j', async (value, status, details) => {
  const port = await startDemoHost()
  const head = 'GET /v1/whoami HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n'
  const answer = await sendRaw(port, `${head}Authorization: ${value}\r\n\r\n`)
  expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
  const { error } = JSON.parse(answer.slice(answer.indexOf('{'))) as { error: { details: string } }
  expect(error.details).toContain(details)
  expect(answer).not.toContain('edesk_abc')
})

it('the host answers a malformed request on a connection that it has used before', async () => {
  const port = await startDemoHost()
  const first = 'GET /v1/nothing HTTP/1.1\r\nHost: localhost\r\n\r\n'
  const second = 'GET /v1/whoami HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer a\r\r\n\r\n'
  const socket = connect(port, '127.0.0.1')
  socket.write(first)
  await once(socket, 'data')
  socket.write(second)
  expect(await text(socket)).toContain('Position 2 of the key is a carriage return (U+000D).')
})
