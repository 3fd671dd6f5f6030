import { describe, expect, it } from 'vitest'

import { adviceOf, type Refusal } from '#src/mock/domain/advice.ts'
import { grantedPermissions } from '#src/shared/access.ts'
import type { TokenRecord } from '#src/mock/domain/records.ts'
import { permissions } from '#src/kit/builders.ts'

import { daysAgo, daysAhead, kindOf, now, tokenWith } from '../support/advisedToken.ts'

describe('a token that uses all its permissions', () => {
  it('gets no advice', () => {
    expect(adviceOf(tokenWith(), now)).toBeUndefined()
  })
})

describe('the advice to delete an unused token', () => {
  it.each([
    ['was last used 60 days ago', { lastUsedAt: daysAgo(60) }],
    ['was never used, and is 60 days old', { createdAt: daysAgo(60), lastUsedAt: null, uses: {} }],
  ])('is given for a token that %s', (_when, change) => {
    expect(adviceOf(tokenWith(change), now)).toEqual({
      kind: 'unused',
      rules: [],
      addresses: [],
      changes: [],
      proposed: null,
    })
  })

  it.each([
    ['was last used less than 60 days ago', { lastUsedAt: daysAgo(60, 1) }],
    ['has not had 60 days', { createdAt: daysAgo(60, 1), lastUsedAt: null, uses: {} }],
  ])('is not given for a token that %s', (_when, change) => {
    expect(kindOf(change)).not.toBe('unused')
  })
})

describe('the advice about a failing token', () => {
  it.each([
    ['was answered 30 days ago for the last time', { lastAnsweredAt: daysAgo(30) }],
    ['was never answered', { lastAnsweredAt: null, uses: {} }],
    ['was refused ten times in a row', { refusedInARow: 10 }],
    ['was refused ten times since yesterday', { createdAt: daysAgo(1), refusedInARow: 10 }],
  ])('is given for a token that is in use and %s', (_when, change) => {
    expect(adviceOf(tokenWith(change), now)).toEqual({
      kind: 'failing',
      rules: [],
      addresses: [],
      changes: [],
      proposed: null,
    })
  })

  it.each([
    ['was answered since', { lastAnsweredAt: daysAgo(30, 1) }],
    ['was not used since either', { lastUsedAt: daysAgo(30), lastAnsweredAt: daysAgo(31) }],
    ['has not had 30 days', { createdAt: daysAgo(30, 1), lastAnsweredAt: null, uses: {} }],
    ['was refused nine times in a row', { refusedInARow: 9 }],
  ])('is not given for a token that %s', (_when, change) => {
    expect(kindOf(change)).not.toBe('failing')
  })

  it('comes before the advice about its permissions, but not before its deletion', () => {
    const change = { refusedInARow: 10, permissions: grantedPermissions('full_access') }
    expect(kindOf(change)).toBe('failing')
    expect(kindOf({ ...change, lastUsedAt: daysAgo(60) })).toBe('unused')
  })
})

describe('the access that a failing token lacks', () => {
  const refusal = (change: Partial<Refusal>): Refusal => ({
    at: daysAgo(0),
    reason: 'access',
    feature: 'sales_orders',
    needs: 'full_access',
    ...change,
  })
  const adviceAfter = (...refusals: Refusal[]) => {
    const token = tokenWith({
      permissions: permissions({ sales_orders: 'read_only', tickets: 'read_only' }),
      refusedInARow: 10,
    })
    return adviceOf(token, now, { refusals })
  }

  it('is what the refused requests needed, added to what it has', () => {
    const advice = adviceAfter(
      refusal({ feature: 'messages', needs: 'read_only' }),
      refusal({}),
      refusal({ needs: 'read_only' }),
      refusal({ feature: 'messages', needs: 'read_only' }),
    )
    expect(advice).toEqual({
      kind: 'failing',
      rules: [],
      addresses: [],
      changes: [
        {
          feature: 'sales_orders',
          present: 'read_only',
          proposed: 'full_access',
          lastWrittenAt: daysAgo(2),
        },
        { feature: 'messages', present: 'no_access', proposed: 'read_only', lastWrittenAt: null },
      ],
      proposed: {
        accessLevel: 'custom',
        permissions: permissions({
          sales_orders: 'full_access',
          tickets: 'read_only',
          messages: 'read_only',
        }),
      },
    })
  })

  it('is Full Access if nothing less is enough', () => {
    const all = Object.keys(permissions()) as (keyof TokenRecord['uses'])[]
    const advice = adviceAfter(...all.map((feature) => refusal({ feature })))
    expect(advice?.proposed?.accessLevel).toBe('full_access')
  })

  it.each([
    ['was before the last success', { at: daysAgo(1) }],
    ['had another reason', { reason: 'rate_limit', feature: null, needs: null } as const],
  ])('does not depend on a refusal that %s', (_which, change) => {
    expect(adviceAfter(refusal(change))).toMatchObject({ changes: [], proposed: null })
  })

  it('is known of a token that never had a success', () => {
    const token = tokenWith({ lastAnsweredAt: null, uses: {} })
    const needs = refusal({ feature: 'users', needs: 'read_only', at: daysAgo(20) })
    expect(adviceOf(token, now, { refusals: [needs] })?.changes).toMatchObject([
      { feature: 'users' },
    ])
  })
})

describe('an unused permission', () => {
  it('to write is reduced to reading, if it was not used for 60 days or ever', () => {
    const uses: TokenRecord['uses'] = {
      sales_orders: { readAt: daysAgo(1), writtenAt: daysAgo(60) },
      tickets: { readAt: daysAgo(3), writtenAt: null },
    }
    const advice = adviceOf(
      tokenWith({
        uses,
        permissions: permissions({ sales_orders: 'full_access', tickets: 'full_access' }),
      }),
      now,
    )
    expect(advice).toEqual({
      kind: 'unused_permissions',
      rules: [],
      addresses: [],
      changes: [
        {
          feature: 'sales_orders',
          present: 'full_access',
          proposed: 'read_only',
          lastWrittenAt: daysAgo(60),
        },
        { feature: 'tickets', present: 'full_access', proposed: 'read_only', lastWrittenAt: null },
      ],
      proposed: {
        accessLevel: 'custom',
        permissions: permissions({ sales_orders: 'read_only', tickets: 'read_only' }),
      },
    })
  })

  it('is removed if it was never used', () => {
    const given = permissions({
      sales_orders: 'full_access',
      tickets: 'read_only',
      contacts: 'full_access',
      users: 'read_only',
    })
    expect(adviceOf(tokenWith({ permissions: given }), now)).toMatchObject({
      changes: [
        { feature: 'users', present: 'read_only', proposed: 'no_access', lastWrittenAt: null },
        { feature: 'contacts', present: 'full_access', proposed: 'no_access' },
      ],
      proposed: { permissions: tokenWith().permissions },
    })
  })

  it('is kept if it was used in the last 60 days, or ever used to read', () => {
    const uses: TokenRecord['uses'] = {
      sales_orders: { readAt: null, writtenAt: daysAgo(60, 1) },
      tickets: { readAt: daysAgo(300), writtenAt: null },
    }
    expect(adviceOf(tokenWith({ uses }), now)).toBeUndefined()
  })

  it.each(['read_only', 'full_access'] as const)(
    'of the level %s is reduced to Custom with the used permissions',
    (accessLevel) => {
      const given = grantedPermissions(accessLevel)
      const level = accessLevel === 'full_access' ? 'full_access' : 'read_only'
      expect(adviceOf(tokenWith({ permissions: given }), now)?.proposed).toEqual({
        accessLevel: 'custom',
        permissions: permissions({ sales_orders: level, tickets: 'read_only' }),
      })
    },
  )

  it('of Full Access is reduced to Read-only if everything was only read', () => {
    const read = { readAt: daysAgo(1), writtenAt: null }
    const uses = Object.fromEntries(Object.keys(permissions()).map((feature) => [feature, read]))
    const given = grantedPermissions('full_access')
    const advice = adviceOf(tokenWith({ permissions: given, uses }), now)
    expect(advice?.proposed).toEqual({
      accessLevel: 'read_only',
      permissions: grantedPermissions('read_only'),
    })
  })

  it('is only reported if the token has it', () => {
    const uses = { ...tokenWith().uses, users: { readAt: daysAgo(1), writtenAt: null } }
    expect(adviceOf(tokenWith({ uses }), now)).toBeUndefined()
  })

  it('is not reported if no permission would remain', () => {
    expect(adviceOf(tokenWith({ uses: {} }), now)).toBeUndefined()
  })
})

describe('the limits of advice', () => {
  const unusedTickets = { uses: { sales_orders: { readAt: daysAgo(1), writtenAt: daysAgo(2) } } }

  it('about permissions include the day on which a token becomes 60 days old', () => {
    expect(kindOf({ ...unusedTickets, createdAt: daysAgo(60) })).toBe('unused_permissions')
    expect(kindOf({ ...unusedTickets, createdAt: daysAgo(60, 1) })).toBeUndefined()
  })

  it('leave a feature alone that the token may no longer use', () => {
    const users = { readAt: daysAgo(9), writtenAt: null }
    const advice = adviceOf(tokenWith({ uses: { ...unusedTickets.uses, users } }), now)
    expect(advice?.changes.map(({ feature }) => feature)).toEqual(['tickets'])
  })

  it('count only refusals for lack of access', () => {
    const refusals = [
      { at: daysAgo(0), reason: 'rate_limit', feature: 'users', needs: 'full_access' },
    ] as unknown as Refusal[]
    const token = tokenWith({ refusedInARow: 10, lastAnsweredAt: daysAgo(1) })
    expect(adviceOf(token, now, { refusals })).toMatchObject({ kind: 'failing', changes: [] })
  })

  it('say nothing about the addresses of a token that never had a success', () => {
    const places = { kept: 1, last: null, rest: null, addresses: 1 }
    expect(kindOf({ places })).toBe('few_addresses')
    expect(adviceOf(tokenWith({ places }), now)?.addresses).toEqual([])
    expect(kindOf({ places, lastAnsweredAt: null, lastUsedAt: daysAgo(30) })).toBeUndefined()
  })
})

describe('withholding advice', () => {
  const unused = { lastUsedAt: daysAgo(100) }
  const refused = { lastAnsweredAt: daysAgo(100) }
  const failing = { refusedInARow: 10 }
  const tooMuch = { permissions: grantedPermissions('full_access') }

  it.each([
    ['has expired', { expiresAt: daysAgo(0) }],
    ['is paused', { pausedAt: daysAgo(1) }],
    ['is being replaced', { replacedById: 'tok_next', expiresAt: daysAhead(1) }],
  ])('applies to a token that %s', (_state, state) => {
    for (const reason of [unused, refused, failing, tooMuch]) {
      expect(kindOf(reason)).toBeDefined()
      expect(kindOf({ ...reason, ...state })).toBeUndefined()
    }
  })

  it('applies to the permissions of a token younger than 60 days', () => {
    expect(kindOf({ ...tooMuch, createdAt: daysAgo(60, 1) })).toBeUndefined()
  })

  it('does not apply to a token that expires soon', () => {
    expect(kindOf({ ...tooMuch, expiresAt: daysAhead(3) })).toBe('unused_permissions')
  })
})
