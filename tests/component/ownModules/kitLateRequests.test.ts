import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

import { afterAll, beforeAll, expect, it } from 'vitest'
import type {} from 'vitest/jsdom'

import { startBackend } from '#src/kit/vitest.ts'

// The tests run in order: what one starts must not reach the network after its end, and must not fail a later one.

/** A server on the application's origin, such as a development server. */
const received: string[] = []
const settled: string[] = []
const server = createServer((request, response) => {
  received.push(`${request.method} ${request.url}`)
  response.end('{}')
})
const originalUrl = location.href
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  jsdom.reconfigure({ url: `http://127.0.0.1:${port}/` })
})
afterAll(async () => {
  jsdom.reconfigure({ url: originalUrl })
  await new Promise((resolve) => server.close(resolve))
})

const path = '/v1/whoami'

function send(name: string): void {
  fetch(path).then(
    () => settled.push(name),
    (error: unknown) => settled.push(`${name}: ${String(error)}`),
  )
}

function sendXhr(name: string): void {
  const request = new XMLHttpRequest()
  request.open('GET', path)
  request.addEventListener('loadend', () => settled.push(name))
  request.send()
}

it('a fetch before the first backend is explained', async () => {
  await expect(fetch(path)).rejects.toThrow(
    'No backend runs yet that could answer /v1/whoami. Before the request, await startBackend()',
  )
})

it('a test may end while its page sends requests', async () => {
  await startBackend()
  send('in flight')
  sendXhr('XHR in flight')
})

it('a request that was late, or still in flight, has no effect', async () => {
  send('late')
  sendXhr('late XHR')
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  // Nothing is left to wait for, so a request of another origin shows when a late one would have arrived.
  const other = origin.replace('127.0.0.1', 'localhost')
  await fetch(`${other}/other`).catch(() => fetch(`${other.replace('localhost', '[::1]')}/other`))
  expect(settled).toEqual([])
  expect(received).toEqual(['GET /other'])
})

it('the next backend answers again', async () => {
  const { backend } = await startBackend()
  const { key } = await backend.addToken()
  const response = await fetch(path, { headers: { Authorization: `Bearer ${key}` } })
  expect(response.status).toBe(200)
  await new Promise<void>((resolve) => {
    const request = new XMLHttpRequest()
    request.open('GET', path)
    request.addEventListener('loadend', () => resolve())
    request.send()
  })
  expect(received).toEqual(['GET /other'])
})

it('a request that its component aborts fails as in a browser', async () => {
  await startBackend()
  const abort = new AbortController()
  const sent = fetch(path, { signal: abort.signal })
  abort.abort()
  await expect(sent).rejects.toMatchObject({ name: 'AbortError' })
})
