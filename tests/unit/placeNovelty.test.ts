import { describe, expect, it } from 'vitest'

import { countAddresses, didWork, withNovelty } from '#src/mock/domain/newPlaces.ts'
import { placeAfter, useOfRequest } from '#src/mock/domain/places.ts'
import type { PlaceRecord, TokenRequestRecord } from '#src/mock/domain/records.ts'

const at = '2026-11-24T09:00:00.000Z'
const unlimited = { allowedAddresses: [] }

function place(address: string | null, client: string, change: Partial<PlaceRecord> = {}) {
  const firstUse = {
    tokenId: 'tok_1',
    at: '2026-11-01T09:00:00.000Z',
    outcome: 'answered',
  } as const
  return { ...placeAfter(undefined, useOfRequest({ ...firstUse, address, client })), ...change }
}

const noveltyWith = (others: readonly PlaceRecord[], used: PlaceRecord) =>
  withNovelty(used, others, unlimited, at).unconfirmed?.novelty

describe('a token worked for a request', () => {
  it.each<[TokenRequestRecord['reason'], boolean]>([
    [null, true],
    ['access', true],
    ['paused', false],
    ['expired', false],
    ['address', false],
  ])('that was refused because of %s: %s', (reason, worked) => {
    expect(didWork({ reason })).toBe(worked)
  })
})

describe('what is new about a place', () => {
  const known = place('203.0.113.7', 'curl/8')

  it('is nothing if its address and its program are known, from whichever place', () => {
    const others = [known, place('203.0.113.8', 'python/3')]
    expect(noveltyWith(others, place('203.0.113.8', 'curl/8'))).toBeUndefined()
    expect(noveltyWith(others, place('203.0.113.7', 'python/3'))).toBeUndefined()
  })

  it('is its address, or else its program', () => {
    expect(noveltyWith([known], place('203.0.113.9', 'wget/1'))).toBe('address')
    expect(noveltyWith([known], place('203.0.113.7', 'wget/1'))).toBe('program')
    expect(noveltyWith([known], place(null, 'wget/1'))).toBe('program')
  })

  it('is also what is only known from a place where the token never worked', () => {
    const others = [known, place('203.0.113.9', 'wget/1', { neverWorked: true })]
    expect(noveltyWith(others, place('203.0.113.9', 'curl/8'))).toBe('address')
    expect(noveltyWith(others, place('203.0.113.7', 'wget/1'))).toBe('program')
    expect(countAddresses(others)).toBe(1)
  })
})
