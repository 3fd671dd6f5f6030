import { describe, expect, it } from 'vitest'

import {
  defaultLifetime,
  fieldsAgainstRules,
  isTooLate,
  latestExpiryAfter,
  noRules,
  rulesInForce,
  type TokenRules,
} from '#src/shared/tokenRules.ts'
import { msPerDay } from '#src/shared/time.ts'

const dublin = (now: string) => ({ now: new Date(now), timeZone: 'Europe/Dublin' })
const creation = dublin('2026-11-24T09:00:00Z')
const input = {
  accessLevel: 'read_only',
  description: 'Ships',
  expiresAt: '2026-12-24T00:00:00Z',
  allowedAddresses: ['192.0.2.1'],
} as const

describe('rules for tokens', () => {
  const all: TokenRules = {
    longestLife: 30,
    fullAccess: 'per_feature',
    descriptionRequired: true,
    addressesRequired: true,
    pauseUnusedAfter: 90,
    maxTokens: 5,
  }

  it('are in force if they are set', () => {
    expect(rulesInForce(noRules)).toEqual([])
    expect(rulesInForce(all)).toEqual([
      'longest_life',
      'full_access',
      'description_required',
      'addresses_required',
      'pause_unused_after',
      'max_tokens',
    ])
  })

  it('allow what fits them, and name each field that does not', () => {
    expect(fieldsAgainstRules(input, all, creation)).toEqual([])
    const wrong = { accessLevel: 'full_access', description: ' \n', expiresAt: null } as const
    expect(fieldsAgainstRules({ ...wrong, allowedAddresses: [] }, all, creation)).toEqual([
      'accessLevel',
      'description',
      'expiresAt',
      'allowedAddresses',
    ])
    expect(fieldsAgainstRules({ ...wrong, allowedAddresses: [] }, noRules, creation)).toEqual([])
  })

  it.each([
    ['an ordinary day', '2026-11-24T09:00:00Z', '2026-12-25T00:00:00.000Z'],
    ['the last minute of a day', '2026-11-24T23:59:59Z', '2026-12-25T00:00:00.000Z'],
    ['a day before clocks go back', '2026-10-20T22:30:00Z', '2026-11-20T00:00:00.000Z'],
    ['a day before clocks go forward', '2026-03-20T12:00:00Z', '2026-04-19T23:00:00.000Z'],
    ['a day before 29 February', '2028-02-01T12:00:00Z', '2028-03-03T00:00:00.000Z'],
  ])('allow 30 days until the end of the day, from %s', (_, now, expected) => {
    const latest = latestExpiryAfter(30, dublin(now))
    expect(latest.toISOString()).toBe(expected)
    const against = (ms: number) =>
      fieldsAgainstRules(
        { ...input, expiresAt: new Date(latest.getTime() + ms).toISOString() },
        { ...noRules, longestLife: 30 },
        dublin(now),
      )
    expect(against(0)).toEqual([])
    expect(against(1)).toEqual(['expiresAt'])
    expect(against(-10 * msPerDay)).toEqual([])
    expect(against(10 * msPerDay)).toEqual(['expiresAt'])
  })

  it('allow as many days where clocks skip a whole day', () => {
    const inApia = { now: new Date('2011-12-15T12:00:00Z'), timeZone: 'Pacific/Apia' }
    const latest = latestExpiryAfter(30, inApia).getTime()
    const isLate = (ms: number) => isTooLate(new Date(latest + ms).toISOString(), 30, inApia)
    expect([isLate(0), isLate(1)]).toEqual([false, true])
  })

  it('make the default lifetime shorter, but not longer', () => {
    expect([null, 30, 90, 365].map(defaultLifetime)).toEqual([90, 30, 90, 90])
  })
})
