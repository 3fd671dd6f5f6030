import { request } from 'node:http'

import { describe, expect, it } from 'vitest'

import { ask } from '../support/http.ts'
import { startSingleHost, statusAndFormat } from '../support/singleHost.ts'

const form = { 'Content-Type': 'multipart/form-data; boundary=b' }
const path = '/v1/tags'
/** A body that is as large as a form may be. */
const large = 'x'.repeat(25_000_000)

/** Starts a request with a large body, sends its first bytes, and returns a function that breaks it off. */
async function startLargeBody(port: number): Promise<() => Promise<unknown>> {
  const headers = { ...form, 'Content-Length': large.length }
  const sending = request({ port, path, method: 'POST', headers })
  sending.on('error', () => undefined)
  await new Promise((resolve) => sending.write('--b', resolve))
  return () =>
    new Promise((resolve) => {
      sending.once('close', resolve)
      sending.destroy()
    })
}

describe('large bodies at once', () => {
  it('are refused beyond 64 MB, until the others have been read', async () => {
    const port = await startSingleHost()
    const stop = [await startLargeBody(port), await startLargeBody(port)]
    const refused = await ask(port, 'POST', path, { headers: form, body: large })
    expect(statusAndFormat(refused)).toBe('503 edesk')
    expect(refused.headers['retry-after']).toBe('1')
    const chunked = { ...form, 'Transfer-Encoding': 'chunked' }
    expect((await ask(port, 'POST', path, { headers: chunked, body: large })).status).toBe(503)
    // Small bodies always fit.
    expect((await ask(port, 'POST', path, { headers: form, body: 'small' })).status).toBe(401)
    await Promise.all(stop.map((each) => each()))
    await expect
      .poll(async () => (await ask(port, 'POST', path, { headers: form, body: large })).status)
      .toBe(401)
  })

  it('are read one after the other, however many', async () => {
    const port = await startSingleHost()
    for (let sent = 0; sent < 4; sent += 1) {
      expect((await ask(port, 'POST', path, { headers: form, body: large })).status).toBe(401)
    }
  })
})
