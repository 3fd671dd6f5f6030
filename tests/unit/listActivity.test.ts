import { describe, expect, it } from 'vitest'

import type { components } from '#src/api/generated/schema.ts'

import { withToken } from '../support/startWithToken.ts'
import { generate } from '../support/tokens.ts'

type Schemas = components['schemas']

describe('the activity list', () => {
  it('is paged, newest first, and combines its filters', async () => {
    const { backend, admin, old } = await withToken()
    const robin = await backend.as('otherAdmin')
    const { body } = await generate(robin, { name: 'Other' })
    await robin('POST', `/api/tokens/${old.id}/pause`)
    await admin('DELETE', `/api/tokens/${body.token.id}`)
    const entries = async (query: string) => {
      const response = await admin('GET', `/api/activity?${query}`)
      const { items, total } = response.body as Schemas['ActivityList']
      return [total, ...items.map(({ by, action, token }) => `${by.name} ${action} ${token?.name}`)]
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

  it('contains only entries of the own business', async () => {
    const { backend } = await withToken()
    const other = await backend.as('starterAdmin')
    await other('PUT', '/api/plan', { body: { plan: 'professional' } })
    expect((await other('GET', '/api/activity')).body).toMatchObject({ items: [], total: 0 })
  })
})
