import { describe, expect, it, vi } from 'vitest'

import { eventually } from '../support/eventually.ts'
import { createHostLog } from '../../tools/serve/hostLog.ts'
import { ask, createTokenOverHttp, logIn, sendRaw } from '../support/http.ts'
import { keyDisguises } from '../support/keyDisguises.ts'
import { startSingleHost } from '../support/singleHost.ts'

/** Starts a host that logs its requests. */
async function start() {
  const lines: string[] = []
  const { requestEnded } = createHostLog(
    (line) => lines.push(line),
    () => new Date('2026-11-24T09:00:00Z'),
  )
  let ids = 0
  const requestStarted = vi.fn()
  const port = await startSingleHost({
    trustedProxies: ['loopback'],
    observer: { newRequestId: () => `made-${++ids}`, now: () => 0, requestStarted, requestEnded },
  })
  /** Returns the log once it has a line for each request. */
  const log = async () => {
    await eventually(() => expect(lines).toHaveLength(requestStarted.mock.calls.length))
    return lines
  }
  return { port, log }
}

describe('the log of a host does not contain', () => {
  it('a key, wherever it was sent and however it is encoded', async () => {
    const { port, log } = await start()
    const session = await logIn(port)
    const { authorized } = await createTokenOverHttp(port, session)
    const key = authorized.Authorization.replace('Bearer ', '')
    for (const disguise of [(text: string) => text, ...Object.values(keyDisguises)]) {
      const text = disguise(key)
      const inUrl = encodeURIComponent(text)
      const inHeader = text.replaceAll(/[^\x20-\x7e]/g, ' ')
      await ask(port, 'POST', `/v1/tags/${inUrl}?q=${inUrl}`, {
        headers: {
          'User-Agent': inHeader,
          'X-Request-Id': inHeader,
          'Content-Type': inHeader,
          Cookie: `edesk_session=${inUrl}`,
          Authorization: inHeader,
          Referer: `https://shop.example/${inUrl}`,
        },
        body: text,
      })
      await ask(port, 'GET', `/${inUrl}`)
      await ask(port, 'GET', '/api/session', { headers: { Host: `${key.toLowerCase()}.example` } })
    }
    await sendRaw(port, `${key} /v1/${key} HTTP/1.1\r\nHost: localhost\r\n\r\n`)
    await sendRaw(port, `GET /v1/tags HTTP/1.1\r\nAuthorization: ${key}\r\r\n\r\n`)
    const text = (await log()).join('')
    expect(text).toContain('"operation":"malformed"')
    const secret = key.slice('edesk_'.length, -4).toLowerCase()
    const found = Object.values(keyDisguises).filter((disguise) => text.includes(disguise(key)))
    expect(found).toEqual([])
    expect(text.toLowerCase()).not.toContain(secret)
  })

  it('a cookie, a password, an address, a name, or text of a search or a body', async () => {
    const { port, log } = await start()
    const session = await logIn(port)
    await ask(port, 'POST', '/api/session', {
      body: { email: 'admin@example.com', password: 'my-password' },
    })
    await createTokenOverHttp(port, session, 'Secret project')
    await ask(port, 'GET', '/api/tokens?search=Secret%20project', { headers: session })
    await ask(port, 'GET', '/api/members', { headers: session })
    const text = (await log()).join('')
    const [, cookie = ''] = session.Cookie.split('=')
    for (const personal of [cookie, 'password', '@', 'example.com', 'Secret', '127.0.0.1']) {
      expect(text).not.toContain(personal)
    }
    expect(text).toContain('"operation":"listTokens"')
  })

  it('anything else than these properties', async () => {
    const { port, log } = await start()
    await ask(port, 'GET', '/api/session', { headers: { 'X-Request-Id': 'from-the-proxy' } })
    const [line = ''] = await log()
    expect(Object.keys(JSON.parse(line) as object)).toEqual([
      ...['time', 'level', 'event', 'requestId', 'method', 'operation', 'status', 'bytes'],
      'milliseconds',
    ])
  })
})
