import { expect, it } from 'vitest'

import { createHost } from '#src/mock/transports/host.ts'
import { createTestDemo } from '#src/mock/transports/testDemo.ts'

import { ask, sendRaw } from '../support/http.ts'
import { listen } from '../support/listen.ts'

async function startHost(): Promise<number> {
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
  ['TRACK /v1/tags', 400, 'Content-Length: 0'],
  ['PURGEALL v1', 400, 'Content-Length: 0'],
])('the host responds to %s with %i', async (request, status, part) => {
  const port = await startHost()
  const answer = await sendRaw(port, `${request} HTTP/1.1\r\nHost: localhost\r\n\r\n`)
  expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
  expect(answer).toContain(part)
  expect((await ask(port, 'GET', '/api/session')).status).toBe(200)
})

it('the host responds to oversized headers with 431', async () => {
  const long = `GET /v1/tags HTTP/1.1\r\nHost: localhost\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`
  expect(await sendRaw(await startHost(), long)).toMatch(/^HTTP\/1.1 431 /)
})
