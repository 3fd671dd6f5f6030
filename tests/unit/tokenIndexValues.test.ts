import { expect, it } from 'vitest'

import { tokenIndexValues } from '#src/mock/domain/tokenIndexValues.ts'

import { token } from '../support/tokenRecord.ts'

const earlier = '2026-11-20T09:00:00.000Z'
const later = '2026-12-01T09:00:00.000Z'
const { nameOrder, lastActiveAt, lastAnswer, triedAfterExpiry, failingUntil, replacedUntil } =
  tokenIndexValues

it('a token is sorted by its name without accents', () => {
  expect(nameOrder({ ...token, name: 'Łódź' })).toBe('lodz')
})

it('a token was last active when it was used, or else created', () => {
  expect(lastActiveAt({ ...token, createdAt: earlier })).toBe(earlier)
  expect(lastActiveAt({ ...token, createdAt: earlier, lastUsedAt: later })).toBe(later)
})

it('a token was last answered when a request succeeded, or else created', () => {
  expect(lastAnswer({ ...token, createdAt: earlier, lastAnsweredAt: null })).toBe(earlier)
  expect(lastAnswer({ ...token, createdAt: earlier, lastAnsweredAt: later })).toBe(later)
})

it('a token was tried after its expiry if the last refused request came then', () => {
  const tried = { ...token, expiresAt: earlier, lastRefusedAt: later }
  expect(triedAfterExpiry(tried)).toBe(later)
  expect(triedAfterExpiry({ ...tried, lastRefusedAt: earlier })).toBe(earlier)
  expect(triedAfterExpiry({ ...tried, expiresAt: later, lastRefusedAt: earlier })).toBeUndefined()
  expect(triedAfterExpiry({ ...tried, lastRefusedAt: null })).toBeUndefined()
  expect(triedAfterExpiry({ ...tried, expiresAt: null })).toBeUndefined()
})

it('a token is failing from ten refused requests on, until it expires, unless it is paused', () => {
  const failing = { ...token, refusedInARow: 10, expiresAt: later }
  expect(failingUntil(failing)).toBe(later)
  expect(failingUntil({ ...failing, expiresAt: null })).toBe('never')
  expect(failingUntil({ ...failing, refusedInARow: 9 })).toBeUndefined()
  expect(failingUntil({ ...failing, pausedAt: earlier })).toBeUndefined()
})

it('a token is replaced until it expires', () => {
  const replaced = { ...token, replacedById: 'tok_2', expiresAt: later }
  expect(replacedUntil(replaced)).toBe(later)
  expect(replacedUntil({ ...replaced, expiresAt: null })).toBe('never')
  expect(replacedUntil({ ...replaced, replacedById: null })).toBeUndefined()
})
