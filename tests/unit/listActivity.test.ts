import { describe, expect, it } from 'vitest'

import type { components } from '#src/api/generated/schema.ts'

import { startServerWithToken } from '../support/serverWithToken.ts'
import { createToken } from '../support/tokens.ts'

type Schemas = components['schemas']

describe('the activity list', () => {
  it('is paged, newest first, and combines its filters', async () => {
    const { backend, admin, old } = await startServerWithToken()
    const robin = await backend.as('otherAdmin')
    const { body } = await createToken(robin, { name: 'Other' })
    await robin('POST', `/api/tokens/${old.id}/pause`)
    await admin('DELETE', `/api/tokens/${body.token.id}`)
    const entries = async (query: string) => {
      const response = await admin('GET', `/api/activity?${query}`)
      const { items, total } = response.body as Schemas['ActivityList']
      return [
        total,
        ...items.map(({ by, action, token }) => `${by?.name} ${action} ${token?.name}`),
      ]
    }
    expect(await entries('')).toEqual([
      4,
      'Alex Morgan deleted Other',
      'Robin Field paused ShipFast',
      'Robin Field created Other',
      'Alex Morgan created ShipFast',
    ])
    expect(await entries('pageSize=1&page=2')).toEqual([4, 'Robin Field paused ShipFast'])
    expect(await entries('action=created&by=usr_alex')).toEqual([1, 'Alex Morgan created ShipFast'])
    expect(await entries('by=usr_robin')).toHaveLength(3)
    expect(await entries('action=created')).toHaveLength(3)
    expect(await entries(`token=${old.id}`)).toHaveLength(3)
    expect(await entries(`token=${old.id}&by=usr_robin`)).toHaveLength(2)
    expect(await entries(`token=${old.id}&action=created`)).toHaveLength(2)
    expect(await entries(`token=${old.id}&by=usr_robin&action=paused`)).toHaveLength(2)
    expect(await entries('by=nobody')).toEqual([0])
    expect(await entries('by=')).toEqual([0])
  })

  it('is limited to days of the business, both included', async () => {
    const { backend, admin, old } = await startServerWithToken()
    const actions = ['pause', 'resume', 'pause', 'resume'] as const
    // Dublin's summer time ended on 25 October 2026: that day had 25 hours.
    const times = [
      '2026-10-24T22:59:59.999Z',
      '2026-10-24T23:00:00.000Z',
      '2026-10-25T23:59:59.999Z',
      '2026-10-26T00:00:00.000Z',
    ]
    for (const [index, time] of times.entries()) {
      backend.clock.set(new Date(time))
      await admin('POST', `/api/tokens/${old.id}/${actions[index]}`)
    }
    const list = async (query: string) => {
      const { items, total } = (await admin('GET', `/api/activity?${query}`))
        .body as Schemas['ActivityList']
      return [total, ...items.map(({ at }) => times.indexOf(at)).filter((index) => index >= 0)]
    }
    expect(await list('from=2026-10-25&to=2026-10-25')).toEqual([2, 2, 1])
    expect(await list('to=2026-10-24')).toEqual([1, 0])
    expect(await list('from=2026-10-26&to=2026-10-31')).toEqual([1, 3])
    expect(await list(`from=2026-10-25&token=${old.id}&action=paused`)).toEqual([1, 2])
    expect(await list('to=2026-10-26&by=usr_alex&pageSize=2&page=2')).toEqual([4, 1, 0])
    expect(await list('from=2026-10-26&to=2026-10-25')).toEqual([0])
    expect(await list('from=9999-12-31&to=9999-12-31')).toEqual([0])
  })

  it('continues before an entry, also among entries of the same time and within days', async () => {
    const { backend } = await startServerWithToken()
    let admin = await backend.as('admin')
    for (const time of ['2026-11-24T20:00:00Z', '2026-11-25T02:00:00Z']) {
      backend.clock.set(new Date(time))
      admin = await backend.as('admin')
      for (const number of [1, 2]) await createToken(admin, { name: `${time} ${number}` })
    }
    const list = async (query: string) => {
      const { items, total } = (await admin('GET', `/api/activity?${query}`))
        .body as Schemas['ActivityList']
      return [total, ...items.map(({ id }) => id)]
    }
    expect(await list('')).toEqual([5, 5, 4, 3, 2, 1])
    expect(await list('before=5&pageSize=2')).toEqual([5, 4, 3])
    expect(await list('before=5&to=2026-11-24')).toEqual([3, 3, 2, 1])
    expect(await list('before=3&from=2026-11-24&to=2026-11-24')).toEqual([3, 2, 1])
    expect(await list('before=3&from=2026-11-25')).toEqual([2])
    expect(await list('before=99')).toEqual([5])
  })

  it('is sorted by time, even if the clock was put back', async () => {
    const { backend, admin, old } = await startServerWithToken()
    backend.clock.set(new Date('2026-11-20T09:00:00Z'))
    await admin('POST', `/api/tokens/${old.id}/pause`)
    const { items } = (await admin('GET', '/api/activity')).body as Schemas['ActivityList']
    expect(items.map(({ action }) => action)).toEqual(['created', 'paused'])
    const before = await admin('GET', `/api/activity?before=${items[0]?.id}`)
    expect(before.body).toMatchObject({ items: [{ action: 'paused' }] })
  })

  it('contains only entries of the own business', async () => {
    const { backend } = await startServerWithToken()
    const other = await backend.as('starterAdmin')
    await other('PUT', '/api/plan', { body: { plan: 'professional' } })
    expect((await other('GET', '/api/activity')).body).toMatchObject({ items: [], total: 0 })
    await createToken(other, { name: 'Theirs' })
    expect((await other('GET', '/api/activity?before=1')).body).toMatchObject({ items: [] })
  })
})
