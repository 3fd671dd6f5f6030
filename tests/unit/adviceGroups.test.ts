import { describe, expect, it } from 'vitest'

import {
  compareAdvice,
  createAdviceGrouping,
  dismissalOf,
  withDismissal,
  withoutDismissal,
} from '#src/mock/domain/adviceGroups.ts'
import type { TokenRecord } from '#src/mock/domain/records.ts'
import { toTokenProjection } from '#src/mock/domain/tokenProjection.ts'
import { msPerDay } from '#src/shared/time.ts'

import { now, token } from '../support/tokenRecord.ts'

const later = (days: number, less = 0) => new Date(now.getTime() + days * msPerDay - less)
const daysAgo = (days: number) => later(-days).toISOString()
/** Unused for 60 days. */
const unused: TokenRecord = { ...token, createdAt: daysAgo(60) }

describe('dismissed advice', () => {
  it('comes back after 90 days', () => {
    const dismissed = withDismissal(unused, 'unused', now)
    expect(dismissalOf(dismissed, 'unused', now)).toBe(later(90).toISOString())
    expect(dismissalOf(dismissed, 'unused', later(90, 1))).toBe(later(90).toISOString())
    expect(dismissalOf(dismissed, 'unused', later(90))).toBeNull()
  })

  it('comes back when it is restored', () => {
    const dismissed = withDismissal(withDismissal(unused, 'unused', now), 'failing', now)
    const restored = withoutDismissal(dismissed, 'unused')
    expect(dismissalOf(restored, 'unused', now)).toBeNull()
    expect(dismissalOf(restored, 'failing', now)).not.toBeNull()
    expect(withoutDismissal(unused, 'unused').dismissedAdvice).toEqual({})
  })

  it('is of one kind, and does not change the version of the token', () => {
    const dismissed = withDismissal(unused, 'unused', now)
    expect(dismissalOf(dismissed, 'failing', now)).toBeNull()
    expect(dismissalOf(unused, 'unused', now)).toBeNull()
    expect(dismissed.version).toBe(unused.version)
  })
})

describe('the group of a token', () => {
  const groupOf = (record: TokenRecord, at = now, breaksRule = false) =>
    createAdviceGrouping(at, () => breaksRule)(toTokenProjection(record))

  it('is the kind of its advice, or the dismissed ones while this kind is dismissed', () => {
    expect(groupOf(token)).toBeUndefined()
    expect(groupOf(unused)).toBe('unused')
    const dismissed = withDismissal(unused, 'unused', now)
    expect(groupOf(dismissed)).toBe('dismissed')
    expect(groupOf(dismissed, later(90))).toBe('unused')
    expect(groupOf(withDismissal(unused, 'failing', now))).toBe('unused')
    expect(groupOf(token, now, true)).toBe('breaks_rule')
    expect(groupOf(withDismissal(token, 'breaks_rule', now), now, true)).toBe('dismissed')
  })
})

describe('the order of a group', () => {
  const row = (id: string, change: Partial<TokenRecord>) =>
    toTokenProjection({ ...unused, ...change, id })
  const [early, late] = [daysAgo(80), daysAgo(70)]

  it.each([
    ['failing', 'the last refused first', { lastRefusedAt: late }, { lastRefusedAt: early }],
    ['failing', 'never refused last', { lastRefusedAt: early }, {}],
    ['unused', 'the longest unused first', { lastUsedAt: early }, { lastUsedAt: late }],
    ['unused', 'never used by creation', { createdAt: early }, { lastUsedAt: late }],
    [
      'unused_permissions',
      'the last used first',
      { lastAnsweredAt: late },
      { lastAnsweredAt: early },
    ],
    ['breaks_rule', 'the last used first', { lastAnsweredAt: late }, { lastAnsweredAt: early }],
    ['few_addresses', 'the last used first', { lastAnsweredAt: late }, { lastAnsweredAt: early }],
    ['unused_permissions', 'never used last', { lastAnsweredAt: early }, {}],
    [
      'dismissed',
      'the last dismissed first',
      { dismissedAdvice: { unused: late } },
      { dismissedAdvice: { failing: early, unused: early } },
    ],
    [
      'dismissed',
      'by the last of several kinds',
      { dismissedAdvice: { failing: late, unused: daysAgo(90) } },
      { dismissedAdvice: { failing: early } },
    ],
    ['dismissed', 'without a dismissal last', { dismissedAdvice: { unused: early } }, {}],
  ] as const)('of %s: %s', (group, _order, first, second) => {
    // The ids are in the other order.
    const rows = [row('b', first), row('a', second)]
    const ids = (sorted: typeof rows) => sorted.map(({ id }) => id)
    expect(ids(rows.toSorted(compareAdvice(group)))).toEqual(['b', 'a'])
    expect(ids(rows.toReversed().toSorted(compareAdvice(group)))).toEqual(['b', 'a'])
  })

  it('is by id among equals', () => {
    const compare = compareAdvice('unused')
    expect([row('b', {}), row('a', {})].toSorted(compare).map(({ id }) => id)).toEqual(['a', 'b'])
    expect([row('a', {}), row('b', {})].toSorted(compare).map(({ id }) => id)).toEqual(['a', 'b'])
  })
})
