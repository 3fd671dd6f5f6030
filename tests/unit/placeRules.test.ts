import { describe, expect, it } from 'vitest'

import {
  isFull,
  placeAfter,
  placeFilter,
  placeIdOf,
  placesAfter,
  placesOf,
  type UseOfPlace,
  useOfRequest,
} from '#src/mock/domain/places.ts'

const tokenId = 'tok_1'
const address = '203.0.113.7'

function useAt(at: string, client: string | null, outcome: 'answered' | 'refused' = 'answered') {
  return useOfRequest({ tokenId, at, outcome, client, address })
}

function placeWith(use: Partial<UseOfPlace>) {
  return placeAfter(undefined, { ...useAt('2026-11-24T09:00:00.000Z', 'curl/8.5.0'), ...use })
}

describe('a place', () => {
  it('is an address and a program, whatever its version', () => {
    const first = placeAfter(undefined, useAt('2026-11-01T09:00:00.000Z', 'curl/8.5.0'))
    const next = placeAfter(first, useAt('2026-11-02T09:00:00.000Z', 'curl/8.6.0', 'refused'))
    expect(next).toEqual({
      id: first.id,
      tokenId,
      address,
      program: 'curl',
      client: 'curl/8.6.0',
      firstAt: '2026-11-01T09:00:00.000Z',
      lastAt: '2026-11-02T09:00:00.000Z',
      requests: 2,
      refused: 1,
    })
  })

  it('keeps its first and last time when the clock was set back', () => {
    const first = placeAfter(undefined, useAt('2026-11-02T09:00:00.000Z', 'curl/8.5.0'))
    expect(placeAfter(first, useAt('2026-11-01T09:00:00.000Z', 'curl/8.5.0'))).toMatchObject({
      firstAt: '2026-11-01T09:00:00.000Z',
      lastAt: '2026-11-02T09:00:00.000Z',
    })
  })

  it('is another one with another address, or without a program or an address', () => {
    const ids = [
      placeIdOf({ tokenId, address, client: 'curl/8' }),
      placeIdOf({ tokenId, address: '203.0.113.8', client: 'curl/8' }),
      placeIdOf({ tokenId, address, client: null }),
      placeIdOf({ tokenId, address: null, client: 'curl/8' }),
      placeIdOf({ tokenId, address: null, client: null }),
      placeIdOf({ tokenId: 'tok_2', address, client: 'curl/8' }),
    ]
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('has an id that stays the same in each version', () => {
    expect(placeIdOf({ tokenId, address, client: 'curl/8' })).toBe('tok_1 203.0.113.7 curl')
    expect(placeIdOf({ tokenId, address: null, client: null })).toBe('tok_1  ')
  })

  it('counts refused requests', () => {
    expect(useAt('2026-11-24T09:00:00.000Z', 'curl/8', 'refused')).toMatchObject({ refused: 1 })
    expect(useAt('2026-11-24T09:00:00.000Z', 'curl/8')).toMatchObject({ requests: 1, refused: 0 })
  })

  it('is not found by the end of its address and the beginning of its program', () => {
    expect(placeFilter('7curl')({ address, client: 'curl/8' })).toBe(false)
    expect(placeFilter('7 curl')({ address, client: 'curl/8' })).toBe(true)
  })

  it('of a request that version 0.3.0 stored is not known', () => {
    const use = useOfRequest({ tokenId, at: '2026-11-24T09:00:00.000Z', outcome: 'answered' })
    expect(use).toMatchObject({ address: null, client: null })
  })
})

describe('the places of a token in numbers', () => {
  it('count a place once', () => {
    const place = placeWith({})
    const once = placesAfter(placesOf({ lastUsedAt: null }), place, { isNew: true })
    expect(once).toEqual({
      kept: 1,
      last: { address, client: 'curl/8.5.0' },
      rest: null,
      addresses: 0,
    })
    expect(placesOf({ places: once, lastUsedAt: null })).toBe(once)
    expect(placesAfter(once, place, { isNew: false })).toEqual(once)
  })

  it('add up what is no longer kept', () => {
    const full = { kept: 200, last: null, rest: null }
    expect([isFull(full), isFull({ ...full, kept: 199 })]).toEqual([true, false])
    const early = placeWith({ firstAt: '2026-01-01T00:00:00.000Z', requests: 4, refused: 1 })
    const late = placeWith({ lastAt: '2026-11-30T00:00:00.000Z', requests: 2, refused: 2 })
    const once = placesAfter(full, late, { isNew: true, dropped: early })
    expect(once).toMatchObject({ kept: 200, rest: { places: 1, requests: 4, refused: 1 } })
    expect(placesAfter(once, late, { isNew: true, dropped: late }).rest).toEqual({
      places: 2,
      firstAt: '2026-01-01T00:00:00.000Z',
      lastAt: '2026-11-30T00:00:00.000Z',
      requests: 6,
      refused: 3,
    })
  })
})

describe('a search for places', () => {
  const firefox = 'Mozilla/5.0 (X11; rv:132.0) Gecko/20100101 Firefox/132.0'

  it.each([
    ['', 'curl/8.5.0', true],
    ['113.7', 'curl/8.5.0', true],
    ['PYTHON Requests', 'python-requests/2.31.0', true],
    ['python-requests', 'python-requests/2.31.0', true],
    ['113.7 curl', 'python-requests/2.31.0', false],
    ['browser', firefox, true],
    ['browser', 'curl/8.5.0', false],
    ['null', null, false],
    ['203', null, true],
  ])('for "%s" finds %j: %s', (search, client, found) => {
    expect(placeFilter(search)({ address, client })).toBe(found)
  })
})
