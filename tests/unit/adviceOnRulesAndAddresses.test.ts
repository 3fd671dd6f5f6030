import { describe, expect, it } from 'vitest'

import { type AdvisedToken, adviceOf } from '#src/mock/domain/advice.ts'
import { grantedPermissions } from '#src/shared/access.ts'

import { daysAgo, kindOf, now, tokenWith } from '../support/advisedToken.ts'

describe('the advice about a broken rule', () => {
  const rules = ['longest_life', 'max_tokens'] as const
  const tooMuch = { permissions: grantedPermissions('full_access') }
  const kindWith = (change: Partial<AdvisedToken>) =>
    adviceOf(tokenWith(change), now, { rules })?.kind

  it('names the rules', () => {
    expect(adviceOf(tokenWith(), now, { rules })).toEqual({
      kind: 'breaks_rule',
      rules,
      addresses: [],
      changes: [],
      proposed: null,
    })
  })

  it('is given about a token of any age, before the advice about its permissions', () => {
    expect(kindWith({ createdAt: daysAgo(0), lastUsedAt: null, lastAnsweredAt: null })).toBe(
      'breaks_rule',
    )
    expect(kindWith(tooMuch)).toBe('breaks_rule')
  })

  it('comes after the advice about an unused or a failing token', () => {
    expect(kindWith({ lastUsedAt: daysAgo(60) })).toBe('unused')
    expect(kindWith({ refusedInARow: 10 })).toBe('failing')
  })

  it('is not given about a token that does not work or is being replaced', () => {
    expect(kindWith({ pausedAt: daysAgo(1) })).toBeUndefined()
    expect(kindWith({ expiresAt: daysAgo(0) })).toBeUndefined()
    expect(kindWith({ replacedById: 'tok_next' })).toBeUndefined()
  })
})

describe('the advice to limit a token to its addresses', () => {
  const places = { kept: 1, last: null, rest: null }
  const usedFrom = (addresses: number): Partial<AdvisedToken> => ({
    places: { ...places, addresses },
  })
  const unconfirmed = {
    addresses: 1,
    programs: 0,
    place: { address: '192.0.2.1', client: null },
    since: daysAgo(1),
    until: daysAgo(1),
  }

  it.each([1, 2])('is given for a token that was used from few addresses: %i', (count) => {
    const addresses = ['192.0.2.1', '2001:db8::1'].slice(0, count)
    expect(adviceOf(tokenWith(usedFrom(count)), now, { addresses })).toEqual({
      kind: 'few_addresses',
      rules: [],
      addresses,
      changes: [],
      proposed: null,
    })
  })

  it.each([
    ['was used from more addresses', usedFrom(3)],
    ['was used from an unknown number of addresses', { places }],
    ['has a new place', { places: { ...places, addresses: 2, unconfirmed } }],
    ['was used from none', usedFrom(0)],
    ['is limited already', { ...usedFrom(1), allowedAddresses: ['192.0.2.1'] }],
    ['never had a success', { ...usedFrom(1), lastAnsweredAt: null, uses: {} }],
    ['is younger than 60 days', { ...usedFrom(1), createdAt: daysAgo(60, 1) }],
    ['is paused', { ...usedFrom(1), pausedAt: daysAgo(1) }],
  ])('is not given for a token that %s', (_which, change) => {
    expect(kindOf(change)).not.toBe('few_addresses')
  })

  it('comes last', () => {
    expect(kindOf({ ...usedFrom(1), permissions: grantedPermissions('full_access') })).toBe(
      'unused_permissions',
    )
    const rules = ['longest_life'] as const
    expect(adviceOf(tokenWith(usedFrom(1)), now, { rules })?.kind).toBe('breaks_rule')
  })
})
