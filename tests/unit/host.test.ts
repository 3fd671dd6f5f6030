import { describe, expect, it } from 'vitest'

import { ask, createTokenOverHttp, logIn, sendRaw } from '../support/http.ts'
import { statusAndFormat, now, startSingleHost } from '../support/singleHost.ts'

describe('the host', () => {
  it('shares its data between the page and applications', async () => {
    const port = await startSingleHost()
    const session = await logIn(port)
    const { id, authorized } = await createTokenOverHttp(port, session)
    const tracking = { tracking_link: 'https://www.example.com/track/CE1' }
    const sent = await ask(port, 'POST', '/v1/sales-orders-tracking-links/1001', {
      headers: authorized,
      body: { tracking_links: [tracking] },
    })
    expect(sent.status).toBe(200)
    const ticket = await ask(port, 'GET', '/api/tickets/1', { headers: session })
    expect(ticket.body).toContain('https://www.example.com/track/CE1')
    const token = await ask(port, 'GET', `/api/tokens/${id}`, { headers: session })
    expect(JSON.parse(token.body)).toMatchObject({ lastUsedAt: now.toISOString() })
    await ask(port, 'DELETE', `/api/tokens/${id}`, { headers: session })
    expect((await ask(port, 'GET', '/v1/whoami', { headers: authorized })).status).toBe(403)
  })

  it.each(['/', '/tokens', '/api', '/apis/x', '/v10/whoami', '/%E0%A4%A'])(
    'passes %s to the file server',
    async (path) => {
      expect((await ask(await startSingleHost(), 'GET', path)).body).toBe('the application')
    },
  )

  it('sets the session cookie so that scripts cannot read it', async () => {
    const body = { email: 'admin@example.com', password: 'edesk-demo' }
    const port = await startSingleHost()
    const { headers } = await ask(port, 'POST', '/api/session', { body })
    const [cookie = ''] = headers['set-cookie'] ?? []
    expect(cookie.split(`edesk_session_${port}=`)).toEqual([
      '',
      expect.stringMatching(/^\w{32}; Path=\/; SameSite=Strict; Max-Age=43200; HttpOnly$/),
    ])
  })

  it('forbids caching and content sniffing for every API response', async () => {
    const port = await startSingleHost()
    for (const path of ['/api/session', '/v1/whoami', '/v1/nothing']) {
      const { headers } = await ask(port, 'GET', path)
      expect(headers).toMatchObject({
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
      })
    }
  })

  it("sends the backend's time as Date, and no Date if the host refuses the request", async () => {
    const port = await startSingleHost()
    for (const path of ['/api/session', '/v1/whoami', '/v1/nothing']) {
      expect((await ask(port, 'GET', path)).headers.date).toBe('Tue, 24 Nov 2026 09:00:00 GMT')
      const refused = await ask(port, 'GET', path, { headers: { Host: 'elsewhere.example' } })
      expect([refused.status, refused.headers.date]).toEqual([421, undefined])
    }
  })
})

describe('pages of other origins', () => {
  const Origin = 'https://shop.example'

  it('may call the public API with any method and headers', async () => {
    const { status, headers } = await ask(await startSingleHost(), 'OPTIONS', '/v1/tags/1', {
      headers: {
        Origin,
        'Access-Control-Request-Method': 'PUT',
        'Access-Control-Request-Headers': 'authorization,content-type,x-shop',
      },
    })
    expect(status).toBe(204)
    expect(headers).toMatchObject({
      'access-control-allow-origin': '*',
      'access-control-allow-methods': 'GET, HEAD, POST, PUT, DELETE',
      'access-control-allow-headers': 'authorization,content-type,x-shop',
    })
  })

  it('may read its responses, errors and retry headers', async () => {
    const port = await startSingleHost()
    const { authorized } = await createTokenOverHttp(port, await logIn(port))
    for (const headers of [{ Origin }, { Origin, ...authorized }]) {
      const response = await ask(port, 'GET', '/v1/whoami', { headers })
      expect(response.headers['access-control-allow-origin']).toBe('*')
      expect(response.headers['access-control-allow-credentials']).toBeUndefined()
      const exposed = response.headers['access-control-expose-headers']
      expect(exposed?.split(', ')).toEqual(
        expect.arrayContaining([
          ...['Allow', 'Retry-After', 'WWW-Authenticate', 'RateLimit-Remaining', 'X-Request-Id'],
        ]),
      )
    }
  })

  it('get the allowed methods for a preflight request', async () => {
    const { status, headers } = await ask(await startSingleHost(), 'OPTIONS', '/v1/tags/1')
    expect(status).toBe(204)
    expect(headers.allow).toBe('GET, PUT, DELETE, HEAD, OPTIONS')
  })

  it('may not call the management API', async () => {
    const port = await startSingleHost()
    const session = await logIn(port)
    const preflight = { Origin, 'Access-Control-Request-Method': 'PUT' }
    const responses = [
      await ask(port, 'OPTIONS', '/api/plan', { headers: preflight }),
      await ask(port, 'GET', '/api/plan', { headers: { ...session, Origin } }),
    ]
    for (const { headers } of responses) {
      expect(headers['access-control-allow-origin']).toBeUndefined()
      expect(headers['cross-origin-resource-policy']).toBe('same-origin')
    }
    const body = { plan: 'starter' }
    const put = (origin: string) =>
      ask(port, 'PUT', '/api/plan', { headers: { ...session, Origin: origin }, body })
    expect((await put(Origin)).body).toContain('/problems/foreign-origin')
    expect((await put(`http://127.0.0.1:${port}`)).status).toBe(200)
  })
})

describe('an unknown host name', () => {
  it.each(['evil.example', 'localhost.evil.example', 'edesk.test:80'])(
    'is refused: %s',
    async (name) => {
      const port = await startSingleHost()
      const headers = { Host: name }
      expect(statusAndFormat(await ask(port, 'GET', '/v1/whoami', { headers }))).toBe('421 edesk')
      expect(statusAndFormat(await ask(port, 'GET', '/api/session', { headers }))).toBe(
        '421 problem',
      )
      expect(statusAndFormat(await ask(port, 'GET', '/', { headers }))).toBe('421 problem')
    },
  )

  it('is refused in the request URL too', async () => {
    const response = await sendRaw(
      await startSingleHost(),
      'GET http://evil.example/api/session HTTP/1.1\r\nHost: localhost\r\n\r\n',
    )
    expect(response).toMatch(/^HTTP\/1.1 421 /)
  })

  it('is named in the refusal, with the option that adds it', async () => {
    const headers = { Host: 'Edesk:4174' }
    const { body } = await ask(await startSingleHost(), 'GET', '/api/session', { headers })
    expect(body).toContain('“edesk” is not accepted')
    expect(body).toContain('--allow-host edesk"')
  })

  it.each([
    ...['localhost', 'LOCALHOST:80', 'localhost.', 'localhost.:4174', 'edesk.localhost'],
    ...['a.b.localhost:80', '127.0.0.1', '[::1]:4174', '192.0.2.7', 'Edesk.test', 'edesk.test.'],
  ])('does not include %s', async (name) => {
    const port = await startSingleHost({ hostNames: ['edesk.test'] })
    const { status } = await ask(port, 'GET', '/api/session', { headers: { Host: name } })
    expect(status).toBe(200)
  })

  it.each(['evillocalhost', 'localhost.evil', '.localhost', 'edesk.test.evil', 'localhost..'])(
    'includes %s, which only looks like an accepted one',
    async (name) => {
      const port = await startSingleHost({ hostNames: ['edesk.test'] })
      const { status } = await ask(port, 'GET', '/api/session', { headers: { Host: name } })
      expect([400, 421]).toContain(status)
    },
  )
})

describe('a Host header that is not a host', () => {
  it.each([
    ...['localhost/api/session?', 'localhost/api/session#', 'localhost?', 'localhost\\api'],
    ...['evil@localhost', 'localhost:port', 'localhost:99999', 'local host', 'a, localhost'],
  ])('is refused and changes no path: %j', async (name) => {
    const response = await ask(await startSingleHost(), 'GET', '/nothing', {
      headers: { Host: name },
    })
    expect(statusAndFormat(response)).toBe('400 problem')
  })

  it('is refused if there are two', async () => {
    const hosts = 'Host: localhost\r\nHost: localhost\r\n'
    const response = await sendRaw(
      await startSingleHost(),
      `GET /api/session HTTP/1.1\r\n${hosts}Connection: close\r\n\r\n`,
    )
    expect(response).toMatch(/^HTTP\/1.1 400 /)
  })

  it('is refused in the request URL too', async () => {
    for (const target of ['ftp://localhost/', 'http://localhost:port/', 'http:///api']) {
      const response = await sendRaw(
        await startSingleHost(),
        `GET ${target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`,
      )
      expect(response, target).toMatch(/^HTTP\/1.1 4(00|21) /)
    }
  })
})
