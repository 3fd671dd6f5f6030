import { describe, expect, it } from 'vitest'

import type { components } from '#src/api/generated/schema.ts'

import type { Answered, Person } from '../support/backend.ts'
import { startServerWithToken } from '../support/serverWithToken.ts'

type Schemas = components['schemas']

const inside = '203.0.113.7'
const outside = '198.51.100.9'

const tokenIn = ({ body }: Answered) => body as Schemas['Token']
const fieldErrorsOf = ({ body }: Answered) =>
  ((body as Schemas['Problem']).errors ?? []).map(({ pointer, code }) => [pointer, code])

/** Starts a backend with one token, and returns functions that use and change it. */
async function start() {
  const { backend, admin, old, oldKey } = await startServerWithToken()
  const path = `/api/tokens/${old.id}`
  let created = 0
  return {
    backend,
    admin,
    token: old,
    path,
    create: (body: object) => {
      created += 1
      const headers = { 'Idempotency-Key': `create-${created}` }
      return admin('POST', '/api/tokens', {
        headers,
        body: { name: `Token ${created}`, accessLevel: 'read_only', ...body },
      })
    },
    allow: (allowedAddresses: unknown) =>
      admin('PATCH', path, { headers: { 'If-Match': '*' }, body: { allowedAddresses } }),
    /** Sends a request with the token's key, from an address. */
    use: (address?: string) =>
      backend.nobody('GET', '/v1/whoami', {
        headers: { Authorization: `Bearer ${oldKey}` },
        ...(address === undefined ? {} : { address }),
      }),
  }
}

/** Returns the latest request in the log of a token. */
async function lastRequest(admin: Person, path: string): Promise<Schemas['TokenRequest']> {
  const { body } = await admin('GET', `${path}/requests`)
  const [request] = (body as Schemas['TokenRequestList']).items
  if (!request) throw new Error('The log is empty')
  return request
}

describe('a token without allowed addresses', () => {
  it('works from anywhere, and its log has the addresses', async () => {
    const { admin, token, path, use } = await start()
    expect(token.allowedAddresses).toEqual([])
    for (const address of [inside, '2001:db8::1']) {
      expect((await use(address)).status).toBe(200)
      expect((await lastRequest(admin, path)).address).toBe(address)
    }
    expect((await use()).status).toBe(200)
    expect((await lastRequest(admin, path)).address).toBeNull()
  })
})

describe('a token with allowed addresses', () => {
  it('has them in their canonical form, each one once', async () => {
    const { allow, create } = await start()
    const given = [' 203.0.113.7/24 ', '::ffff:198.51.100.1', '2001:DB8::7/32', '203.0.113.0/24']
    const expected = ['203.0.113.0/24', '198.51.100.1', '2001:db8::/32']
    expect(tokenIn(await allow(given)).allowedAddresses).toEqual(expected)
    const { token } = (await create({ allowedAddresses: given })).body as Schemas['CreatedToken']
    expect(token.allowedAddresses).toEqual(expected)
  })

  it('works from these addresses only', async () => {
    const { allow, use } = await start()
    await allow(['203.0.113.0/24'])
    expect((await use(inside)).status).toBe(200)
    expect((await use('::ffff:203.0.113.7')).status).toBe(200)
    expect((await use('2001:db8::1')).status).toBe(403)
    expect((await use()).status).toBe(403)
  })

  it('refuses others in the format of eDesk, without the allowed ones, and its log says why', async () => {
    const { admin, path, allow, use } = await start()
    await allow(['203.0.113.0/24'])
    const refused = await use(outside)
    expect(refused.body).toEqual({
      error: {
        httpCode: 403,
        message: 'You are not authorized to access this',
        details: 'The token cannot be used from this address.',
      },
    })
    expect(await lastRequest(admin, path)).toMatchObject({
      address: outside,
      status: 403,
      outcome: 'refused',
      reason: 'address',
      feature: null,
    })
  })

  it('loses neither quota nor its status through others', async () => {
    const { admin, path, allow, use } = await start()
    await allow(['203.0.113.0/24'])
    for (let count = 0; count < 12; count += 1) await use(outside)
    const refused = await use(outside)
    const before = Number(refused.headers.get('RateLimit-Remaining'))
    const used = await use(inside)
    expect(Number(used.headers.get('RateLimit-Remaining'))).toBe(before - 1)
    expect(tokenIn(await admin('GET', path)).status).toBe('active')
  })

  it('can be changed to other addresses and to anywhere, and the activity has the change', async () => {
    const { admin, token, allow, use } = await start()
    await allow(['203.0.113.0/24', '2001:db8::/32'])
    await allow([])
    expect((await use(outside)).status).toBe(200)
    const { body } = await admin('GET', `/api/activity?token=${token.id}`)
    const [widened, limited] = (body as Schemas['ActivityList']).items
    expect(widened).toMatchObject({
      action: 'changed',
      changes: [
        { field: 'allowed_addresses', before: '203.0.113.0/24 2001:db8::/32', after: null },
      ],
    })
    expect(limited).toMatchObject({
      action: 'changed',
      changes: [
        { field: 'allowed_addresses', before: null, after: '203.0.113.0/24 2001:db8::/32' },
      ],
    })
  })

  it('keeps its version if nothing changes', async () => {
    const { allow } = await start()
    const { headers } = await allow(['203.0.113.7'])
    expect((await allow(['203.0.113.7/32'])).headers.get('ETag')).toBe(headers.get('ETag'))
    expect((await allow([])).headers.get('ETag')).not.toBe(headers.get('ETag'))
  })

  it('gives them to its replacement, unless that has its own', async () => {
    const { admin, path, allow } = await start()
    await allow(['203.0.113.0/24'])
    const replace = async (at: string, body: object) => {
      const answer = await admin('POST', `${at}/replacement`, {
        headers: { 'Idempotency-Key': `replace-${at}` },
        body: { accessLevel: 'read_only', keepOldKey: 'none', ...body },
      })
      return (answer.body as Schemas['CreatedToken']).token
    }
    const second = await replace(path, {})
    expect(second.allowedAddresses).toEqual(['203.0.113.0/24'])
    const third = await replace(`/api/tokens/${second.id}`, { allowedAddresses: [outside] })
    expect(third.allowedAddresses).toEqual([outside])
    const fourth = await replace(`/api/tokens/${third.id}`, { allowedAddresses: [] })
    expect(fourth.allowedAddresses).toEqual([])
  })
})

describe('addresses that are not valid', () => {
  const wrong = ['203.0.113.7', 'my server', '010.0.0.1', 'fe80::1%eth0', '203.0.113.0/33', '']
  const errors = [
    ['#/allowedAddresses/1', 'not-an-address'],
    ['#/allowedAddresses/2', 'leading-zeros'],
    ['#/allowedAddresses/3', 'address-zone'],
    ['#/allowedAddresses/4', 'range-prefix'],
    ['#/allowedAddresses/5', 'not-an-address'],
  ]

  it('are refused by line, together with the other fields', async () => {
    const { admin, path, allow, create, token } = await start()
    const refused = await allow(wrong)
    expect(refused.status).toBe(422)
    expect(fieldErrorsOf(refused)).toEqual(errors)
    expect(tokenIn(await admin('GET', path)).allowedAddresses).toEqual([])
    const created = await create({ name: token.name, allowedAddresses: wrong })
    expect(fieldErrorsOf(created)).toEqual([...errors, ['#/name', 'taken']])
    const replaced = await admin('POST', `${path}/replacement`, {
      headers: { 'Idempotency-Key': 'replacement' },
      body: { accessLevel: 'read_only', keepOldKey: 'none', allowedAddresses: wrong },
    })
    expect(fieldErrorsOf(replaced)).toEqual(errors)
  })

  it('are refused if they are too many, too long, or no texts', async () => {
    const { allow } = await start()
    const many = Array.from({ length: 51 }, (_, host) => `203.0.113.${host}`)
    expect((await allow(many.slice(1))).status).toBe(200)
    for (const given of [many, ['1'.repeat(101)], [7], '203.0.113.7', null]) {
      expect((await allow(given)).status, JSON.stringify(given)).toBe(422)
    }
  })
})
