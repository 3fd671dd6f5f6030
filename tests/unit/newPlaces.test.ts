import { describe, expect, it } from 'vitest'

import type { components } from '#src/api/generated/schema.ts'
import { msPerDay, msPerHour, msPerMinute } from '#src/shared/time.ts'

import type { Person } from '../support/backend.ts'
import { invalidFieldsOf } from '../support/problems.ts'
import { connect } from '../support/publicApi/application.ts'

type Schemas = components['schemas']

const start = new Date('2026-11-24T09:00:00Z')
const home = '198.51.100.20'
const elsewhere = '203.0.113.7'
const ours = 'ShipFast/4.2'

/** Connects an application whose first request comes from home, and returns functions that look at what became of others. */
async function startAtHome() {
  const { backend, token, key } = await connect({ tickets: 'read_only' })
  // Days pass, and a session ends.
  const admin: Person = async (...call) => (await backend.as('admin'))(...call)
  const path = `/api/tokens/${token.id}`
  /** Sends a request so long after the first one. */
  async function use(address: string | undefined, client: string, after: number, tickets = true) {
    backend.clock.set(new Date(start.getTime() + after))
    const from = address === undefined ? {} : { address }
    const headers = { Authorization: `Bearer ${key}`, 'User-Agent': client }
    return backend.nobody('GET', tickets ? '/v1/tickets' : '/v1/templates', { headers, ...from })
  }
  await use(home, ours, 0)
  return {
    backend,
    admin,
    path,
    use,
    unconfirmed: async () => {
      const { body } = await admin('GET', path)
      return (body as Schemas['Token']).places.unconfirmed
    },
    notices: () => newPlaceNotices(admin),
    activity: async () => {
      const { body } = await admin('GET', `/api/activity?token=${token.id}`)
      return (body as Schemas['ActivityList']).items.map(({ action }) => action)
    },
    confirm: (until: string) => admin('POST', `${path}/places/confirm`, { body: { until } }),
  }
}

async function newPlaceNotices(admin: Person) {
  const { body } = await admin('GET', '/api/notices')
  return (body as Schemas['NoticeList']).items.filter(({ kind }) => kind === 'token_new_place')
}

describe('the first use of a token from a new place', () => {
  it('is reported to Admins, with the address and the program', async () => {
    const { admin, path, use, unconfirmed, notices, activity } = await startAtHome()
    await use(elsewhere, 'curl/8.5.0', 2 * msPerDay)
    const at = '2026-11-26T09:00:00.000Z'
    const place = { address: elsewhere, client: 'curl/8.5.0' }
    const expected = { addresses: 1, programs: 0, place, until: at }
    expect(await unconfirmed()).toEqual(expected)
    expect(await notices()).toMatchObject([{ needsAction: true, at, unconfirmed: expected }])
    const { body } = await admin('GET', `${path}/places`)
    const places = (body as Schemas['PlaceList']).items
    expect(places.map((one) => one.unconfirmed)).toEqual(['address', null])
    expect(await activity()).toEqual(['new_address', 'created'])
    const entries = await admin('GET', '/api/activity?action=new_address')
    expect((entries.body as Schemas['ActivityList']).items).toMatchObject([
      {
        by: null,
        at,
        changes: [
          { field: 'address', before: null, after: elsewhere },
          { field: 'program', before: null, after: 'curl' },
        ],
      },
    ])
  })

  it.each([
    ['another address on the first day', elsewhere, ours, msPerDay - 1, null],
    ['another address a day later', elsewhere, ours, msPerDay, { addresses: 1, programs: 0 }],
    ['another program on the first day', home, 'curl/8', msPerDay - 1, null],
    ['another program a day later', home, 'curl/8', msPerDay, { addresses: 0, programs: 1 }],
    ['another version of the program', home, 'ShipFast/5.0', 2 * msPerDay, null],
    ['an unknown address', undefined, ours, 2 * msPerDay, null],
    ['an unknown address, by another program', undefined, 'curl/8', 2 * msPerDay, { programs: 1 }],
  ])('is %s, or not', async (_, address, client, after, expected) => {
    const { use, unconfirmed } = await startAtHome()
    await use(address, client, after)
    if (expected) expect(await unconfirmed()).toMatchObject(expected)
    else expect(await unconfirmed()).toBeNull()
  })

  it('counts also if the token lacks access for the request', async () => {
    const { use, unconfirmed } = await startAtHome()
    const response = await use(elsewhere, ours, 2 * msPerDay, false)
    expect(response.status).toBe(403)
    expect(await unconfirmed()).toMatchObject({ addresses: 1 })
  })

  it('is no news while the token does not work there, but is when it does', async () => {
    const { admin, path, use, unconfirmed } = await startAtHome()
    await admin('POST', `${path}/pause`)
    await use(elsewhere, ours, 2 * msPerDay)
    await use(elsewhere, ours, 3 * msPerDay)
    expect(await unconfirmed()).toBeNull()
    await admin('POST', `${path}/resume`)
    await use(elsewhere, ours, 4 * msPerDay)
    expect(await unconfirmed()).toMatchObject({ addresses: 1 })
    await admin('POST', `${path}/pause`)
    await use(home, ours, 5 * msPerDay)
    await admin('POST', `${path}/resume`)
    await use(home, ours, 6 * msPerDay)
    expect(await unconfirmed()).toMatchObject({ addresses: 1, programs: 0 })
  })

  it('of a limited token can be a program, but no address, because an Admin has allowed it', async () => {
    const { admin, path, use, unconfirmed } = await startAtHome()
    const { headers } = await admin('GET', path)
    const limit = { headers: { 'If-Match': headers.get('etag') ?? '' } }
    const allowedAddresses = [home, '203.0.113.0/24']
    await admin('PATCH', path, { body: { allowedAddresses }, ...limit })
    await use(elsewhere, ours, 2 * msPerDay)
    expect((await use('192.0.2.1', ours, 2 * msPerDay)).status).toBe(403)
    expect(await unconfirmed()).toBeNull()
    await use(elsewhere, 'curl/8', 3 * msPerDay)
    expect(await unconfirmed()).toMatchObject({ addresses: 0, programs: 1 })
  })
})

describe('new places within an hour', () => {
  it('share one notice and one entry of the activity', async () => {
    const { use, notices, activity } = await startAtHome()
    const first = 2 * msPerDay
    for (let minute = 0; minute < 50; minute += 10) {
      await use(`203.0.113.${minute}`, 'curl/8', first + minute * msPerMinute)
      await use(`203.0.113.${minute}`, `scan${minute}/1`, first + minute * msPerMinute)
    }
    const [notice, ...others] = await notices()
    expect(others).toEqual([])
    expect(notice).toMatchObject({
      at: '2026-11-26T09:00:00.000Z',
      unconfirmed: {
        addresses: 5,
        programs: 5,
        place: { address: '203.0.113.0' },
        until: '2026-11-26T09:40:00.000Z',
      },
    })
    expect(await activity()).toEqual(['new_address', 'created'])
  })

  it('name a new address first, also if a new program came before', async () => {
    const { use, unconfirmed } = await startAtHome()
    await use(home, 'curl/8', 2 * msPerDay)
    await use(elsewhere, ours, 2 * msPerDay + msPerMinute)
    expect(await unconfirmed()).toMatchObject({
      addresses: 1,
      programs: 1,
      place: { address: elsewhere, client: ours },
    })
  })

  it('are not those of the next hour: they make another notice, which nobody has read', async () => {
    const { admin, use, notices, activity } = await startAtHome()
    await use(elsewhere, ours, 2 * msPerDay)
    const [first] = await notices()
    await admin('POST', '/api/notices/read', { body: { ids: [first?.id], read: true } })
    await use('203.0.113.8', ours, 2 * msPerDay + msPerHour)
    expect(await notices()).toMatchObject([{ read: false, unconfirmed: { addresses: 2 } }])
    expect(await activity()).toEqual(['new_address', 'new_address', 'created'])
  })
})

describe('the notice of a new place', () => {
  it('ends when an Admin confirms the place, and never comes back', async () => {
    const { admin, path, use, unconfirmed, notices, activity, confirm } = await startAtHome()
    await use(elsewhere, 'curl/8', 2 * msPerDay)
    const until = (await unconfirmed())?.until ?? ''
    const { status, body } = await confirm(until)
    expect([status, (body as Schemas['Token']).places.unconfirmed]).toEqual([200, null])
    await use(elsewhere, 'curl/8', 3 * msPerDay)
    expect(await notices()).toEqual([])
    expect(await activity()).toEqual(['places_confirmed', 'new_address', 'created'])
    await confirm(until)
    expect(await activity()).toHaveLength(3)
    const places = (await admin('GET', `${path}/places`)).body as Schemas['PlaceList']
    expect(places.items.map((one) => one.unconfirmed)).toEqual([null, null])
  })

  it('stays for places that the Admin has not seen', async () => {
    const { use, unconfirmed, notices, confirm } = await startAtHome()
    await use(elsewhere, ours, 2 * msPerDay)
    const until = (await unconfirmed())?.until ?? ''
    await use('203.0.113.9', 'curl/8', 2 * msPerDay + msPerMinute)
    await use('203.0.113.8', ours, 2 * msPerDay + 2 * msPerMinute)
    await confirm(until)
    expect(await unconfirmed()).toMatchObject({
      addresses: 2,
      place: { address: '203.0.113.9' },
      until: '2026-11-26T09:02:00.000Z',
    })
    expect(await notices()).toHaveLength(1)
  })

  it.each(['2026-11-26', '2026-02-30T09:00:00Z', 'now'])(
    'refuses "%s" as a time',
    async (until) => {
      const { use, unconfirmed, confirm } = await startAtHome()
      await use(elsewhere, ours, 2 * msPerDay)
      const answer = await confirm(until)
      expect([answer.status, invalidFieldsOf(answer)]).toEqual([422, { '#/until': 'not-a-time' }])
      expect(await unconfirmed()).not.toBeNull()
    },
  )

  it.each([
    ['limits the addresses', 'PATCH', '', { allowedAddresses: [home] }],
    ['pauses the token', 'POST', '/pause', undefined],
    ['deletes the token', 'DELETE', '', undefined],
    [
      'replaces the token',
      'POST',
      '/replacement',
      { accessLevel: 'read_only', keepOldKey: 'week' },
    ],
  ])('ends when an Admin %s', async (_, method, action, body) => {
    const { admin, path, use, notices } = await startAtHome()
    await use(elsewhere, ours, 2 * msPerDay)
    expect(await notices()).toHaveLength(1)
    const { headers } = await admin('GET', path)
    const answer = await admin(method, `${path}${action}`, {
      ...(body ? { body } : {}),
      headers: { 'If-Match': headers.get('etag') ?? '', 'Idempotency-Key': 'replace-after-leak' },
    })
    expect(answer.status).toBeLessThan(300)
    expect(await notices()).toEqual([])
  })

  it('stays when an Admin allows all addresses, and comes back when a paused token is resumed', async () => {
    const { admin, path, use, notices } = await startAtHome()
    await use(elsewhere, ours, 2 * msPerDay)
    const { headers } = await admin('GET', path)
    const change = { name: 'ShipFast EU', allowedAddresses: [] }
    await admin('PATCH', path, {
      body: change,
      headers: { 'If-Match': headers.get('etag') ?? '' },
    })
    expect(await notices()).toHaveLength(1)
    await admin('POST', `${path}/pause`)
    await admin('POST', `${path}/resume`)
    expect(await notices()).toHaveLength(1)
  })

  it('ends after 30 days', async () => {
    const { backend, use, notices } = await startAtHome()
    await use(elsewhere, ours, 2 * msPerDay)
    backend.clock.set(new Date(start.getTime() + 32 * msPerDay - 1))
    expect(await notices()).toHaveLength(1)
    backend.clock.set(new Date(start.getTime() + 32 * msPerDay))
    expect(await notices()).toEqual([])
  })
})

it('a token that is used from more than 200 places has no new ones', async () => {
  const { backend, path, use, unconfirmed, confirm } = await startAtHome()
  for (let index = 1; index < 200; index += 1) await use(`10.0.0.${index}`, ours, index)
  await use(elsewhere, ours, 2 * msPerDay)
  expect(await unconfirmed()).toBeNull()
  const [token] = backend.storage.dump().tokens
  expect(token?.places).not.toHaveProperty('addresses')
  expect((await confirm('2026-11-30T09:00:00Z')).status).toBe(200)
  expect(path).toContain(token?.id)
})

it('a token says from how many addresses it was used, as far as that is known', async () => {
  const { backend, admin, path, use } = await startAtHome()
  const addresses = () => backend.storage.dump().tokens[0]?.places?.addresses
  expect(addresses()).toBe(1)
  await use(home, 'curl/8', 1)
  await use(elsewhere, ours, 2)
  expect(addresses()).toBe(2)
  await admin('POST', `${path}/pause`)
  await use('203.0.113.8', ours, 3)
  expect(addresses()).toBe(2)
})

it('a token that version 0.3.0 has used does not say from how many addresses', async () => {
  const { backend, use } = await startAtHome()
  const [token] = backend.storage.dump().tokens
  if (!token) throw new Error('There is no token')
  const { places: _places, ...earlier } = token
  await backend.storage.write((db) => db.put('tokens', earlier))
  await use(elsewhere, ours, 2 * msPerDay)
  expect(backend.storage.dump().tokens[0]?.places).toMatchObject({ kept: 1 })
  expect(backend.storage.dump().tokens[0]?.places).not.toHaveProperty('addresses')
})
