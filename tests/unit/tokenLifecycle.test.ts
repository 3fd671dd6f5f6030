import { describe, expect, it } from 'vitest'

import {
  afterRequest,
  attemptsOf,
  lastRefusalOf,
  withReplacement,
  withExpiry,
  isEarlierExpiry,
  paused,
  parseExpiry,
  resumed,
  statusOf,
  withReplacementLinks,
} from '#src/mock/domain/tokenLifecycle.ts'

import { now, token } from '../support/tokenRecord.ts'

const by = { userId: 'usr_2', now: new Date('2026-11-25T09:00:00Z') }

describe('the expiry of a new token', () => {
  it('is in 90 days by default, and can be never', () => {
    expect(parseExpiry(undefined, now)).toEqual({ ok: true, value: '2027-02-22T09:00:00.000Z' })
    expect(parseExpiry(null, now)).toEqual({ ok: true, value: null })
  })

  it.each([
    ['2026-11-24T09:00:00.001Z', '2026-11-24T09:00:00.001Z'],
    ['2028-02-29T00:00:00Z', '2028-02-29T00:00:00.000Z'],
    ['2027-01-01t23:59:59.9999z', '2027-01-01T23:59:59.999Z'],
    ['2027-03-28T01:30:00+01:00', '2027-03-28T00:30:00.000Z'],
    ['2036-11-24T09:00:00Z', '2036-11-24T09:00:00.000Z'],
  ])('can be %s', (given, value) => {
    expect(parseExpiry(given, now)).toEqual({ ok: true, value })
  })

  it.each([
    ['2026-11-24T09:00:00.000Z', 'in-the-past'],
    ['2020-02-29T00:00:00Z', 'in-the-past'],
    ['2036-11-24T09:00:00.001Z', 'too-far'],
    ['9999-12-31T00:00:00Z', 'too-far'],
    ['2027-02-29T00:00:00Z', 'not-a-time'],
    ['2027-02-30T00:00:00Z', 'not-a-time'],
    ['2027-13-01T00:00:00Z', 'not-a-time'],
    ['2027-01-01T25:00:00Z', 'not-a-time'],
    ['2027-01-01T24:00:00Z', 'not-a-time'],
    ['2027-01-01', 'not-a-time'],
    ['2027-01-01T00:00:00', 'not-a-time'],
    ['+002027-01-01T00:00:00Z', 'not-a-time'],
    ['2027-01-01T00:00:00Z (noon)', 'not-a-time'],
    ['tomorrow', 'not-a-time'],
    ['', 'not-a-time'],
  ])('cannot be %s: %s', (given, code) => {
    expect(parseExpiry(given, now)).toEqual({ ok: false, code })
  })

  it('is at most ten years ahead, also from 29 February', () => {
    const leapDay = new Date('2028-02-29T00:00:00Z')
    expect(parseExpiry('2038-03-01T00:00:00Z', leapDay).ok).toBe(true)
    expect(parseExpiry('2038-03-01T00:00:01Z', leapDay).ok).toBe(false)
  })
})

describe('the status of a token', () => {
  const alive = { expiresAt: null, pausedAt: null, replacedById: null, refusedInARow: 0 }
  const soonest = new Date(now.getTime() + 1).toISOString()

  it.each([
    ['active', {}],
    ['active', { expiresAt: '2026-12-08T09:00:00.001Z' }],
    ['expiring_soon', { expiresAt: '2026-12-08T09:00:00.000Z' }],
    ['expiring_soon', { expiresAt: soonest }],
    ['expired', { expiresAt: '2026-11-24T09:00:00.000Z' }],
    ['being_replaced', { expiresAt: soonest, replacedById: 'tok_2' }],
    ['active', { refusedInARow: 9 }],
    ['failing', { refusedInARow: 10 }],
    ['failing', { refusedInARow: 200, expiresAt: soonest, replacedById: 'tok_2' }],
    ['paused', { refusedInARow: 10, pausedAt: '2026-11-20T09:00:00Z' }],
    ['expired', { refusedInARow: 10, expiresAt: '2026-11-24T09:00:00.000Z' }],
    ['paused', { expiresAt: soonest, replacedById: 'tok_2', pausedAt: '2026-11-20T09:00:00Z' }],
    ['expired', { expiresAt: '2026-11-23T09:00:00Z', pausedAt: '2026-11-20T09:00:00Z' }],
  ])('is %s with %j', (status, how) => {
    expect(statusOf({ ...alive, ...how }, now)).toBe(status)
  })
})

describe('a changed lifetime', () => {
  it('has the user, the time and a new version', () => {
    const mark = { updatedAt: by.now.toISOString(), updatedById: 'usr_2', version: 2 }
    expect(paused(token, by)).toEqual({ ...token, ...mark, pausedAt: by.now.toISOString() })
    const resumedAt = by.now.toISOString()
    expect(resumed(paused(token, by), by)).toEqual({ ...token, ...mark, resumedAt, version: 3 })
    const end = '2026-12-01T00:00:00.000Z'
    expect(withExpiry(token, end, by)).toEqual({ ...token, ...mark, expiresAt: end })
  })

  it('is shorter only if it ends earlier', () => {
    const end = '2026-12-01T00:00:00.000Z'
    expect(isEarlierExpiry(end, { expiresAt: null })).toBe(true)
    expect(isEarlierExpiry(end, { expiresAt: '2026-12-01T00:00:00.001Z' })).toBe(true)
    expect(isEarlierExpiry(end, { expiresAt: end })).toBe(false)
  })

  it.each([
    ['none', '2026-11-25T09:00:00.000Z'],
    ['hour', '2026-11-25T10:00:00.000Z'],
    ['day', '2026-11-26T09:00:00.000Z'],
    ['week', '2026-12-02T09:00:00.000Z'],
  ] as const)('of the old token in a replacement lasts for the chosen %s', (keepOldKey, end) => {
    const old = withReplacement(token, 'Old', { id: 'tok_2', keepOldKey }, by)
    expect(old).toMatchObject({
      name: 'Old',
      nameKey: 'old',
      replacedById: 'tok_2',
      expiresAt: end,
      keyHash: token.keyHash,
    })
  })

  it('of the old token in a replacement is never extended', () => {
    const ending = { ...token, expiresAt: '2026-11-25T09:30:00.000Z' }
    const old = withReplacement(ending, 'Old', { id: 'tok_2', keepOldKey: 'hour' }, by)
    expect(old.expiresAt).toBe(ending.expiresAt)
  })

  it('has a new version if only the replacement links change', () => {
    const pair = { ...token, replacedById: 'tok_2', replacesId: 'tok_0' }
    expect(withReplacementLinks(pair, { replacedById: 'tok_3' })).toEqual({
      ...pair,
      replacedById: 'tok_3',
      version: 2,
    })
    expect(withReplacementLinks(pair, { replacesId: null })).toEqual({
      ...pair,
      replacesId: null,
      version: 2,
    })
  })
})

describe('a request', () => {
  const answered = { outcome: 'answered', reason: null } as const
  const refused = { outcome: 'refused', reason: 'access' } as const
  const read = {
    at: '2026-11-24T10:00:00.000Z',
    method: 'GET',
    operation: 'listTickets',
    client: 'ShipFast/4.2',
    ...answered,
  }
  const clients = [{ name: 'ShipFast', firstAt: read.at }]
  const write = {
    at: '2026-11-24T11:00:00.000Z',
    method: 'PUT',
    operation: 'updateTicket',
    ...answered,
  }

  it('that was answered is the last use of its feature, for reading or writing', () => {
    const once = afterRequest(token, read)
    const twice = afterRequest(once, write)
    expect(twice).toMatchObject({
      lastUsedAt: write.at,
      lastAnsweredAt: write.at,
      uses: { tickets: { readAt: read.at, writtenAt: write.at } },
    })
    const tagged = { ...write, operation: 'createTag' }
    expect(afterRequest(twice, tagged).uses).toEqual({
      ...twice.uses,
      tag_items: { readAt: null, writtenAt: write.at },
    })
  })

  it('with HEAD counts as reading', () => {
    const asked = { ...read, method: 'HEAD' }
    expect(afterRequest(token, asked).uses).toEqual({
      tickets: { readAt: read.at, writtenAt: null },
    })
  })

  it('that was refused is no use, but is kept as the last refusal', () => {
    expect(afterRequest(token, { ...read, ...refused })).toEqual({
      ...token,
      lastUsedAt: read.at,
      lastRefusedAt: read.at,
      refusedInARow: 1,
      clients,
    })
    const used = afterRequest(token, read)
    const after = afterRequest(used, { ...write, ...refused })
    expect(after).toMatchObject({ lastAnsweredAt: read.at, lastRefusedAt: write.at })
    expect(afterRequest(after, read)).toMatchObject({ lastRefusedAt: write.at, refusedInARow: 0 })
  })

  it('that was invalid says nothing about the token', () => {
    const invalid = { outcome: 'not_valid', reason: null } as const
    const failing = { ...token, refusedInARow: 12 }
    expect(afterRequest(failing, { ...read, ...invalid })).toEqual({
      ...failing,
      lastUsedAt: read.at,
      clients,
    })
  })

  it.each([
    ['access', { refusedInARow: 5, attempts: 0 }],
    ['paused', { refusedInARow: 4, attempts: 1 }],
    ['expired', { refusedInARow: 4, attempts: 1 }],
    ['plan', { refusedInARow: 4, attempts: 0 }],
    ['rate_limit', { refusedInARow: 4, attempts: 0 }],
  ] as const)('that was refused for the reason %s counts as %j', (reason, counts) => {
    const before = { ...token, refusedInARow: 4 }
    const after = afterRequest(before, { ...read, outcome: 'refused', reason })
    expect(after).toMatchObject({ ...counts, lastRefusedAt: read.at })
  })

  it('to a paused token counts from the pause on, and not after it', () => {
    const pausing = { userId: 'usr_2', now }
    const tried = { ...read, outcome: 'refused', reason: 'paused' } as const
    const first = afterRequest(paused({ ...token, attempts: 7 }, pausing), tried)
    expect(attemptsOf(first)).toBe(1)
    expect(attemptsOf(resumed(first, pausing))).toBe(0)
  })

  it('of a token that version 0.3.0 stored continues its numbers', () => {
    const { lastRefusedAt: _refused, attempts: _attempts, ...stored } = token
    expect(lastRefusalOf(stored)).toBeNull()
    const failing = { ...stored, lastUsedAt: read.at, refusedInARow: 3 }
    expect([lastRefusalOf(failing), attemptsOf(failing)]).toEqual([read.at, 3])
    expect(lastRefusalOf(afterRequest(failing, write))).toBe(read.at)
    const tried = { ...write, outcome: 'refused', reason: 'expired' } as const
    expect(attemptsOf(afterRequest(failing, tried))).toBe(4)
  })

  it.each(['whoami', null])('for %s counts as use of no feature', (operation) => {
    const used = afterRequest(token, { ...read, operation })
    expect(used).toMatchObject({ lastAnsweredAt: read.at, uses: {} })
  })
})
