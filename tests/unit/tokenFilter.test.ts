import { describe, expect, it } from 'vitest'

import { makeToken } from '#src/mock/domain/token.ts'
import { compareBy, firstOf } from '#src/mock/domain/tokenFilter.ts'
import { type TokenRow, tokenRow } from '#src/mock/domain/tokenRow.ts'

const now = new Date('2026-11-24T09:00:00Z')

function row(id: string, more: Partial<TokenRow>): TokenRow {
  const token = makeToken(
    { name: 'ShipFast', description: '', accessLevel: 'read_only', expiresAt: null },
    'edesk_of_nobody',
    { userId: 'usr_1', businessId: 'biz_1' },
    { now, randomBytes: (count) => new Uint8Array(count) },
  )
  return { ...tokenRow(token), id, ...more }
}

describe('the order of tokens', () => {
  it.each([
    ['name', [{ nameKey: 'a' }, { nameKey: 'b' }, { nameKey: 'b' }]],
    ['createdAt', [{ createdAt: '2026-01-01' }, { createdAt: '2026-01-02' }, {}]],
    ['lastUsedAt', [{}, {}, { lastUsedAt: '2026-01-01' }, { lastUsedAt: '2026-01-02' }]],
    ['expiresAt', [{ expiresAt: '2026-01-01' }, { expiresAt: '2026-01-02' }, {}, {}]],
  ] as const)('by %s is that of their ids where they are alike, and turns round', (sort, given) => {
    const rows = given.map((more, position) => row(`tok_${position}`, more))
    for (const shuffled of [rows, rows.toReversed(), [...rows.slice(1), ...rows.slice(0, 1)]]) {
      expect(shuffled.toSorted(compareBy(sort))).toEqual(rows)
      expect(shuffled.toSorted(compareBy(`-${sort}`))).toEqual(rows.toReversed())
    }
  })
})

describe('the first ones of many', () => {
  it('are found without holding more than twice as many', () => {
    const looked = new Set<number>()
    const first = firstOf<number>(3, (one, other) => {
      looked.add(one).add(other)
      return one - other
    })
    // The next one would be the sixth that is held.
    for (let item = 101; item > 0; item -= 1) first.add(item)
    looked.clear()
    expect(first.items()).toEqual([1, 2, 3])
    expect(looked.size).toBe(5)
  })

  it('are all of them where there are fewer', () => {
    const first = firstOf<number>(3, (one, other) => one - other)
    first.add(2)
    first.add(1)
    expect(first.items()).toEqual([1, 2])
  })
})
