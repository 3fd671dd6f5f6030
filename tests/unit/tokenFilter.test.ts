import { describe, expect, it } from 'vitest'

import { buildToken } from '#src/mock/domain/token.ts'
import { compareTokensBy, topN } from '#src/mock/domain/tokenFilter.ts'
import { msPerDay } from '#src/shared/time.ts'
import { type TokenProjection, toTokenProjection } from '#src/mock/domain/tokenProjection.ts'

const now = new Date('2026-11-24T09:00:00Z')

function row(id: string, more: Partial<TokenProjection>): TokenProjection {
  const token = buildToken(
    { name: 'ShipFast', description: '', accessLevel: 'read_only', expiresAt: null },
    'edesk_of_nobody',
    { userId: 'usr_1', businessId: 'biz_1' },
    { now, randomBytes: (count) => new Uint8Array(count) },
  )
  return { ...toTokenProjection(token), id, ...more }
}

describe('the order of tokens', () => {
  const [one, two] = ['2026-01-01T00:00:00.000Z', '2026-01-02T00:00:00.000Z']

  it.each([
    [
      'name',
      [
        row('d', { nameOrder: 'a', nameKey: 'a' }),
        row('c', { nameOrder: 'a', nameKey: 'á' }),
        row('a', { nameOrder: 'b' }),
        row('b', { nameOrder: 'b' }),
      ],
    ],
    ['createdAt', [row('c', { createdAt: one }), row('a', {}), row('b', {})]],
    [
      'lastUsedAt',
      [
        row('c', {}),
        row('d', {}),
        row('b', { lastAnsweredAt: one }),
        row('a', { lastAnsweredAt: two }),
      ],
    ],
    [
      'expiresAt',
      [row('d', { expiresAt: one }), row('c', { expiresAt: two }), row('a', {}), row('b', {})],
    ],
  ] as const)('by %s uses ids for equal values, and can be reversed', (sort, rows) => {
    for (const given of [rows, rows.toReversed(), [...rows.slice(1), ...rows.slice(0, 1)]]) {
      expect(given.toSorted(compareTokensBy(sort, now))).toEqual(rows)
      expect(given.toSorted(compareTokensBy(`-${sort}`, now))).toEqual(rows.toReversed())
    }
  })
})

describe('the order by attention', () => {
  const ago = (days: number) => new Date(now.getTime() - days * msPerDay).toISOString()

  it('has failing tokens first, then expired ones that are tried, then those that expire soon', () => {
    const rows = [
      row('failing lately', { refusedInARow: 10, lastRefusedAt: ago(1) }),
      row('failing', { refusedInARow: 300, lastRefusedAt: ago(90), expiresAt: ago(-3) }),
      row('tried today', { expiresAt: ago(90), lastRefusedAt: ago(0) }),
      row('tried', { expiresAt: ago(20), lastRefusedAt: ago(20) }),
      row('expires first', { expiresAt: ago(-1), lastAnsweredAt: ago(80) }),
      row('expires', { expiresAt: ago(-14), lastAnsweredAt: ago(0) }),
      row('a new one', { createdAt: ago(0) }),
      row('same 2', { lastAnsweredAt: ago(1), lastRefusedAt: ago(0) }),
      row('same 1', { lastAnsweredAt: ago(1), expiresAt: ago(-15) }),
      row('paused', { lastAnsweredAt: ago(2), pausedAt: ago(1), lastRefusedAt: ago(0) }),
      row('not tried', { lastAnsweredAt: ago(41), expiresAt: ago(40), lastRefusedAt: ago(40.5) }),
      row('tried once', { lastAnsweredAt: ago(42), expiresAt: ago(40), lastRefusedAt: ago(30) }),
      row('never used', { createdAt: ago(43) }),
    ]
    for (const given of [rows, rows.toReversed(), [...rows.slice(5), ...rows.slice(0, 5)]]) {
      expect(given.toSorted(compareTokensBy('attention', now)).map(({ id }) => id)).toEqual(
        rows.map(({ id }) => id),
      )
    }
  })
})

describe('the first of many items', () => {
  it('are found without holding twice as many in memory', () => {
    for (let total = 3; total < 40; total += 1) {
      const looked = new Set<number>()
      const first = topN<number>(3, (one, other) => {
        looked.add(one).add(other)
        return one - other
      })
      for (let item = total; item > 0; item -= 1) first.add(item)
      looked.clear()
      expect(first.items()).toEqual([1, 2, 3])
      expect(looked.size).toBeLessThan(6)
    }
  })

  it('are all items if there are fewer', () => {
    const first = topN<number>(3, (one, other) => one - other)
    first.add(2)
    first.add(1)
    expect(first.items()).toEqual([1, 2])
  })
})
