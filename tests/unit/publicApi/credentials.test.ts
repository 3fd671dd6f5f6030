import { describe, expect, it } from 'vitest'

import { hashKey } from '#src/mock/domain/tokenKey.ts'

import {
  applicationOf,
  connect,
  dataOf,
  statusAndDetails,
  withKey,
} from '../../support/publicApi/application.ts'

describe('the credentials of a request', () => {
  it.each([
    [undefined],
    [''],
    ['Bearer'],
    ['Bearer '],
    ['Basic YWRtaW46cGFzcw=='],
    ['Token edesk_x'],
    ['edesk_x'],
    ['Bearer one two'],
  ])('get 401 and the authentication scheme if they are missing in %j', async (header) => {
    const { backend } = await connect()
    const headers: Record<string, string> = header === undefined ? {} : { Authorization: header }
    const response = await backend.nobody('GET', '/v1/whoami', { headers })
    expect(response.status).toBe(401)
    expect(response.headers.get('www-authenticate')).toBe('Bearer')
    expect(response.body).toMatchObject({ error: { httpCode: 401 } })
  })

  it('accept "bearer" in any letter case', async () => {
    const { backend, key } = await connect()
    const headers = { Authorization: `bearer ${key}` }
    expect((await backend.nobody('GET', '/v1/whoami', { headers })).status).toBe(200)
  })

  it('are refused in the same way if they are malformed, unknown or deleted', async () => {
    const { backend, admin, application, token, key } = await connect()
    await admin('DELETE', `/api/tokens/${token.id}`)
    const other = await connect()
    const wrong = {
      error: {
        httpCode: 403,
        message: 'You are not authorized to access this',
        details: 'Invalid token.',
      },
    }
    const responses = [
      await application('GET', '/v1/whoami'),
      await withKey(backend, `${key.slice(0, -1)}-`)('GET', '/v1/whoami'),
      await withKey(backend, 'nonsense')('GET', '/v1/whoami'),
      await withKey(backend, 'edesk_000000000000000000000000000000000000')('GET', '/v1/whoami'),
      await withKey(other.backend, key.replace(/.$/, '0'))('GET', '/v1/whoami'),
    ]
    for (const { status, body, headers } of responses) {
      expect(status).toBe(403)
      expect(body).toEqual(wrong)
      expect([...headers]).toEqual([...(responses[0]?.headers ?? [])])
    }
  })

  it('get different errors if the token has expired or is paused', async () => {
    const { backend, application, key, token } = await connect()
    const change = (more: object) =>
      backend.storage.write(async (db) => {
        const record = await db.get('tokens', token.id)
        if (record) await db.put('tokens', { ...record, ...more })
      })
    const expiresAt = '2026-11-24T10:00:00.000Z'
    await change({ expiresAt })
    backend.clock.set(new Date('2026-11-24T09:59:59.999Z'))
    expect(statusAndDetails(await application('GET', '/v1/whoami'))).toBe('200')
    backend.clock.set(new Date(expiresAt))
    expect(statusAndDetails(await application('GET', '/v1/whoami'))).toBe(
      '401 The token has expired.',
    )
    await change({ expiresAt: null, pausedAt: expiresAt })
    expect(statusAndDetails(await application('GET', '/v1/whoami'))).toBe(
      '401 The token is paused.',
    )
    expect(hashKey(key)).toBeTruthy()
  })

  it('stop working with the plan, and work again with it without a new key', async () => {
    const { admin, application } = await connect()
    await admin('PUT', '/api/plan', { body: { plan: 'starter' } })
    expect(statusAndDetails(await application('GET', '/v1/whoami'))).toMatch(
      /^403 .*Professional plan/,
    )
    await admin('PUT', '/api/plan', { body: { plan: 'enterprise' } })
    expect(statusAndDetails(await application('GET', '/v1/whoami'))).toBe('200')
  })

  it('are not read from the URL', async () => {
    const { backend, key } = await connect()
    const response = await backend.nobody('GET', `/v1/whoami?access_token=${key}`)
    expect(response.status).toBe(401)
  })

  it('identify the user who created the token', async () => {
    const { application } = await connect()
    expect(dataOf(await application('GET', '/v1/whoami'))).toMatchObject({
      user: { id: 1, name: 'Alex Morgan', role: 'admin' },
    })
  })
})

describe('a path', () => {
  it('that does not exist gets 404, with a key or without', async () => {
    const { backend, application } = await connect()
    expect((await application('GET', '/v1/tag_groups')).status).toBe(404)
    expect((await backend.nobody('GET', '/v1/tag_groups')).status).toBe(404)
  })

  it('with an unsupported method gets 405 and the supported methods', async () => {
    const { application } = await connect()
    const response = await application('PATCH', '/v1/tickets/1')
    expect(response.status).toBe(405)
    expect(response.headers.get('allow')).toBe('GET, PUT, DELETE, HEAD, OPTIONS')
  })

  it('lists its methods for OPTIONS, and sends its headers for HEAD', async () => {
    const { application } = await connect()
    const options = await application('OPTIONS', '/v1/users')
    expect([options.status, options.headers.get('allow')]).toEqual([204, 'GET, HEAD, OPTIONS'])
    const head = await application('HEAD', '/v1/users')
    expect([head.status, head.body]).toEqual([200, undefined])
  })
})

describe('the rate limit', () => {
  it('allows 60 requests at once, and two more every second', async () => {
    const { backend, application } = await connect()
    const statuses: number[] = []
    for (let call = 0; call < 62; call += 1) {
      statuses.push((await application('GET', '/v1/whoami')).status)
    }
    expect(statuses).toEqual([...Array<number>(60).fill(200), 429, 429])
    const refused = await application('GET', '/v1/whoami')
    expect(refused.body).toEqual({
      error: { httpCode: 429, message: 'Too many requests', details: 'Out of quota' },
    })
    expect(refused.headers.get('retry-after')).toBe('1')
    expect(refused.headers.get('ratelimit-remaining')).toBe('0')
    backend.clock.set(new Date('2026-11-24T09:00:01Z'))
    const later = await Promise.all([1, 2, 3].map(() => application('GET', '/v1/whoami')))
    expect(later.map(({ status }) => status)).toEqual([200, 200, 429])
  })

  it('applies to each token separately', async () => {
    const { backend, admin, application } = await connect()
    for (let call = 0; call < 60; call += 1) await application('GET', '/v1/whoami')
    const second = await applicationOf(backend, admin, undefined, 'Another')
    expect((await second.application('GET', '/v1/whoami')).status).toBe(200)
  })
})
