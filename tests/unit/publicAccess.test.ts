import { describe, expect, it } from 'vitest'

import { includesAccess } from '#src/shared/access.ts'
import { neededAccess } from '#src/mock/domain/publicAccess.ts'
import { tokenInactiveReason } from '#src/mock/domain/tokenLifecycle.ts'
import { permissions } from '#src/kit/builders.ts'

describe('the access that a request needs', () => {
  it.each([
    ['GET', 'read_only'],
    ['HEAD', 'read_only'],
    ['POST', 'full_access'],
    ['PUT', 'full_access'],
    ['DELETE', 'full_access'],
  ])('with %s is %s to the feature of its operation', (method, needs) => {
    expect(neededAccess('updateTicket', method)).toEqual({ feature: 'tickets', needs })
    expect(neededAccess('createTag', method)).toEqual({ feature: 'tag_items', needs })
  })

  it('is empty for an operation without a feature', () => {
    expect(neededAccess('whoami', 'GET')).toBeUndefined()
  })
})

describe('a permission', () => {
  it.each([
    ['full_access', 'full_access', true],
    ['full_access', 'read_only', true],
    ['read_only', 'read_only', true],
    ['read_only', 'full_access', false],
    ['no_access', 'read_only', false],
    ['no_access', 'full_access', false],
  ] as const)('of %s is enough for %s: %s', (given, needs, enough) => {
    expect(includesAccess(permissions({ tickets: given }), { feature: 'tickets', needs })).toBe(
      enough,
    )
  })

  it('for one feature does not apply to another one', () => {
    const given = permissions({ tickets: 'full_access' })
    expect(includesAccess(given, { feature: 'messages', needs: 'read_only' })).toBe(false)
  })
})

describe('a token', () => {
  const now = new Date('2026-11-24T09:00:00.000Z')
  const past = '2026-11-24T08:59:59.999Z'
  const future = '2026-11-24T09:00:00.001Z'

  it.each([
    [null, null, undefined],
    [future, null, undefined],
    [now.toISOString(), null, 'expired'],
    [past, null, 'expired'],
    [null, past, 'paused'],
    [future, past, 'paused'],
    [past, past, 'expired'],
  ])('that expires at %s and was paused at %s is refused: %s', (expiresAt, pausedAt, reason) => {
    expect(tokenInactiveReason({ expiresAt, pausedAt }, now)).toBe(reason)
  })
})
