import { describe, expect, it } from 'vitest'

import type { TokenRecord } from '#src/mock/domain/records.ts'
import { buildToken } from '#src/mock/domain/token.ts'
import {
  createTokenCounter,
  createTokenFilter,
  topN,
  type TokenFilter,
} from '#src/mock/domain/tokenFilter.ts'
import { toTokenProjection } from '#src/mock/domain/tokenProjection.ts'
import { permissions } from '#src/kit/builders.ts'
import { msPerDay } from '#src/shared/time.ts'

const now = new Date('2026-11-24T09:00:00.000Z')
const ago = (milliseconds: number) => new Date(now.getTime() - milliseconds).toISOString()

function token(more: Partial<TokenRecord> = {}): TokenRecord {
  const made = buildToken(
    {
      name: 'ShipFast',
      description: 'Prints labels',
      accessLevel: 'custom',
      permissions: permissions({ sales_orders: 'full_access', tickets: 'read_only' }),
      expiresAt: null,
    },
    'edesk_of_7Qx2',
    { userId: 'usr_1', businessId: 'biz_1' },
    { now: new Date(ago(100 * msPerDay)), randomBytes: (count) => new Uint8Array(count) },
  )
  return { ...made, id: 'tok_1', ...more }
}

/** Whether a token matches a filter. */
function matches(
  filter: TokenFilter,
  more: Partial<TokenRecord> = {},
  oldKeys: Partial<TokenRecord>[] = [],
): boolean | undefined {
  const oldRows = oldKeys.map((old) => toTokenProjection(token(old)))
  return createTokenFilter(filter, now)?.(toTokenProjection(token(more)), oldRows)
}

describe('the projection of a token', () => {
  it('has the data of the list, the searchable texts and a letter for each feature', () => {
    const times = {
      lastUsedAt: ago(3),
      lastAnsweredAt: ago(4),
      lastRefusedAt: ago(3),
      refusedInARow: 1,
      replacesId: 'tok_0',
      expiresAt: ago(-3),
      pausedAt: ago(2),
      replacedById: 'tok_2',
    }
    expect(toTokenProjection(token({ ...times, description: 'Prints\nＬabels' }))).toEqual({
      ...times,
      id: 'tok_1',
      dismissedAdvice: null,
      businessId: 'biz_1',
      name: 'ShipFast',
      nameKey: 'shipfast',
      nameOrder: 'shipfast',
      accessLevel: 'custom',
      createdAt: ago(100 * msPerDay),
      createdById: 'usr_1',
      text: 'shipfast\nprints labels\n7qx2',
      access: 'f-r--------',
      partlyUnusedSince: null,
      hasAddresses: false,
      hasDescription: true,
      resumedAt: null,
      usedAddresses: null,
    })
  })
})

describe('a filter', () => {
  it('without conditions matches every token, and checks none', () => {
    expect(createTokenFilter({}, now)).toBeUndefined()
    expect(createTokenFilter({ search: ' ' }, now)).toBeUndefined()
  })

  it.each([
    ['ship', true],
    ['FAST', true],
    ['labels', true],
    ['7qx2', true],
    ['paper', false],
  ])('that searches for %s: %s', (search, found) => {
    expect(matches({ search })).toBe(found)
  })

  it('by access level and by creator', () => {
    expect([matches({ access: 'custom' }), matches({ access: 'read_only' })]).toEqual([true, false])
    expect([matches({ madeBy: 'usr_1' }), matches({ madeBy: 'usr_2' })]).toEqual([true, false])
  })

  it('by whether a token was ever used', () => {
    const used = { lastAnsweredAt: ago(1) }
    expect(matches({ neverUsed: true })).toBe(true)
    expect(matches({ neverUsed: true }, used)).toBe(false)
    expect(matches({ neverUsed: false })).toBe(false)
    expect(matches({ neverUsed: false }, used)).toBe(true)
  })

  it.each([
    ['sales_orders', true],
    ['tickets', true],
    ['messages', false],
    ['tag_groups', false],
  ] as const)('by a feature that the token may at least read (%s): %s', (feature, found) => {
    expect(matches({ feature })).toBe(found)
  })

  it('by the status of a token at that time', () => {
    expect(matches({ status: 'active' })).toBe(true)
    expect(matches({ status: 'paused' })).toBe(false)
    expect(matches({ status: 'paused' }, { pausedAt: ago(1) })).toBe(true)
  })

  it('finds a token by an old key, and by having one', () => {
    const oldKeys = [{ name: 'Old one', keyEnding: 's5Vt' }, { keyEnding: 'k3Ah' }]
    for (const search of ['s5vt', 'k3ah ship', 'old s5vt k3ah 7qx2']) {
      expect(matches({ search }, {}, oldKeys), search).toBe(true)
      expect(matches({ search }), search).toBe(false)
    }
    expect(matches({ status: 'being_replaced' }, {}, oldKeys)).toBe(true)
    expect(matches({ status: 'being_replaced' })).toBe(false)
    expect(matches({ status: 'being_replaced' }, { replacedById: 'tok_2' })).toBe(true)
    expect(matches({ unusedFor: 101 }, {}, [{ createdAt: ago(200 * msPerDay) }])).toBe(false)
  })

  it.each([
    [ago(45 * msPerDay), true],
    [ago(45 * msPerDay - 1), false],
    [null, true],
  ])('by 45 days without use, for a token last used at %s: %s', (lastUsedAt, found) => {
    expect(matches({ unusedFor: 45 }, { lastUsedAt })).toBe(found)
  })

  it('by days without use counts from the creation of a token that was never used', () => {
    expect(matches({ unusedFor: 100 })).toBe(true)
    expect(matches({ unusedFor: 101 })).toBe(false)
  })

  it.each([
    [ago(-1), true],
    [ago(-7 * msPerDay), true],
    [ago(-7 * msPerDay - 1), false],
    [ago(0), false],
    [ago(1), false],
    [null, false],
  ])('by an end within 7 days, for a token that expires at %s: %s', (expiresAt, found) => {
    expect(matches({ expiring: 7 }, { expiresAt })).toBe(found)
  })

  it.each([
    [ago(5), true],
    [ago(4), true],
    [ago(6), false],
    [null, false],
  ])('by a refusal since a time, for a token last refused at %s: %s', (lastRefusedAt, found) => {
    expect(matches({ refusedSince: ago(5) }, { lastRefusedAt })).toBe(found)
  })

  it('with several conditions matches a token that meets all of them', () => {
    expect(matches({ search: 'ship', access: 'custom' })).toBe(true)
    expect(matches({ search: 'ship', access: 'read_only' })).toBe(false)
    expect(matches({ search: 'paper', access: 'custom' })).toBe(false)
  })
})

describe('the numbers for the quick filters', () => {
  it('count unused, expiring and failing tokens as the filters find them', () => {
    const counter = createTokenCounter(now)
    for (const more of [
      {},
      { lastUsedAt: ago(1) },
      { lastUsedAt: ago(60 * msPerDay), expiresAt: ago(-14 * msPerDay) },
      { lastUsedAt: ago(1), refusedInARow: 10 },
      { lastUsedAt: ago(1), refusedInARow: 10, pausedAt: ago(1) },
      { lastUsedAt: ago(1), expiresAt: ago(1) },
    ]) {
      counter.add(toTokenProjection(token(more)))
    }
    expect(counter.counts).toEqual({ all: 6, unused: 2, expiring: 1, failing: 1 })
  })
})

describe('the first of many items', () => {
  it('are sorted once twice as many are collected', () => {
    let compared = 0
    const first = topN<number>(3, (one, other) => {
      compared += 1
      return one - other
    })
    for (const item of [5, 4, 3, 2, 1]) first.add(item)
    expect(compared).toBe(0)
    first.add(6)
    expect(compared).toBeGreaterThan(0)
    expect(first.items()).toEqual([1, 2, 3])
  })

  it('are not sorted again for an item after them', () => {
    let compared = 0
    const first = topN<number>(2, (one, other) => {
      compared += 1
      return one - other
    })
    for (const item of [4, 3, 2, 1]) first.add(item)
    compared = 0
    for (const item of [9, 8, 7, 6]) first.add(item)
    expect(compared).toBe(4)
    expect(first.items()).toEqual([1, 2])
  })

  it('can be read again after more items are added', () => {
    const first = topN<number>(2, (one, other) => one - other)
    for (const item of [3, 1]) first.add(item)
    expect(first.items()).toEqual([1, 3])
    first.add(2)
    expect(first.items()).toEqual([1, 2])
  })
})
