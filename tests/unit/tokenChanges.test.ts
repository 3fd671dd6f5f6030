import { describe, expect, it } from 'vitest'

import { history, startServerWithToken, keyWorks } from '../support/serverWithToken.ts'
import { invalidFieldsOf } from '../support/problems.ts'

describe('a paused token', () => {
  it('is refused until it is resumed, and keeps its key', async () => {
    const { admin, old, oldKey } = await startServerWithToken()
    const paused = await admin('POST', `/api/tokens/${old.id}/pause`)
    expect(paused.body).toMatchObject({ status: 'paused', pausedAt: '2026-11-24T09:00:00.000Z' })
    expect(await keyWorks(admin, oldKey)).toBe(false)
    const again = await admin('POST', `/api/tokens/${old.id}/pause`)
    expect(again.headers.get('etag')).toBe(paused.headers.get('etag'))
    const resumed = await admin('POST', `/api/tokens/${old.id}/resume`)
    expect(resumed.body).toMatchObject({ status: 'active', pausedAt: null })
    await admin('POST', `/api/tokens/${old.id}/resume`)
    expect(await keyWorks(admin, oldKey)).toBe(true)
    expect(await history(admin, old.id)).toEqual(['created', 'paused', 'resumed'])
  })
})

describe('the lifetime of a token', () => {
  it('can be shortened, but not extended', async () => {
    const { admin, old } = await startServerWithToken()
    const change = (expiresAt: string) =>
      admin('PATCH', `/api/tokens/${old.id}`, { body: { expiresAt }, headers: { 'If-Match': '*' } })
    expect((await change('2026-12-24T00:00:00Z')).body).toMatchObject({
      expiresAt: '2026-12-24T00:00:00.000Z',
    })
    expect(invalidFieldsOf(await change('2026-12-24T00:00:00Z'))).toEqual({
      '#/expiresAt': 'not-sooner',
    })
    expect(invalidFieldsOf(await change('2027-12-24T00:00:00Z'))).toEqual({
      '#/expiresAt': 'not-sooner',
    })
    expect(invalidFieldsOf(await change('2026-11-24T09:00:00Z'))).toEqual({
      '#/expiresAt': 'in-the-past',
    })
    expect(invalidFieldsOf(await change('2026-12-32T00:00:00Z'))).toEqual({
      '#/expiresAt': 'not-a-time',
    })
    expect(await history(admin, old.id)).toEqual(['created', 'shortened'])
  })

  it('is recorded as shortened, unless other fields changed as well', async () => {
    const { admin, old } = await startServerWithToken()
    for (const body of [
      { name: 'Parcel Pal' },
      { description: 'Sends' },
      { expiresAt: '2026-12-24T00:00:00Z' },
      { expiresAt: '2026-12-23T00:00:00Z', name: 'ShipFast' },
      { expiresAt: '2026-12-22T00:00:00Z', description: 'Ships' },
    ]) {
      await admin('PATCH', `/api/tokens/${old.id}`, { body, headers: { 'If-Match': '*' } })
    }
    expect(await history(admin, old.id)).toEqual([
      'created',
      'changed',
      'changed',
      'shortened',
      'changed',
      'changed',
    ])
  })

  it('is validated together with all other fields', async () => {
    const { admin, old } = await startServerWithToken()
    const response = await admin('PATCH', `/api/tokens/${old.id}`, {
      body: { name: ' ', expiresAt: '2040-01-01T00:00:00Z' },
      headers: { 'If-Match': '*' },
    })
    expect(invalidFieldsOf(response)).toEqual({ '#/expiresAt': 'too-far', '#/name': 'required' })
  })
})
