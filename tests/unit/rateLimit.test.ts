import { describe, expect, it } from 'vitest'

import { fullQuota, quotaHeaders, takeRequest } from '#src/mock/domain/rateLimit.ts'

const now = new Date('2026-11-24T09:00:00.000Z')
const after = (milliseconds: number) => new Date(now.getTime() + milliseconds)
/** A quota with a number of thousandths of a request left. */
const quotaOf = (left: number) => ({ left, at: now.toISOString() })

describe('a quota', () => {
  it('has 60 requests at first', () => {
    expect(fullQuota(now)).toEqual(quotaOf(60_000))
  })

  it.each([
    [60_000, 0, 59_000],
    [1000, 0, 0],
    [0, 500, 0],
    [0, 501, 2],
    [500, 300, 100],
    [59_000, 60_000, 59_000],
  ])('of %d thousandths allows a request after %d ms, and keeps %d', (left, waited, rest) => {
    expect(takeRequest(quotaOf(left), after(waited))).toEqual({
      quota: { left: rest, at: after(waited).toISOString() },
      allowed: true,
      retryAfterSeconds: 0,
    })
  })

  it.each([
    [999, 0, 999, 1],
    [0, 0, 0, 1],
    [0, 499, 998, 1],
    [-1000, 0, -1000, 1],
    [-1001, 0, -1001, 2],
  ])(
    'of %d thousandths refuses a request after %d ms, keeps %d, and names %d s',
    (left, waited, rest, seconds) => {
      expect(takeRequest(quotaOf(left), after(waited))).toEqual({
        quota: { left: rest, at: after(waited).toISOString() },
        allowed: false,
        retryAfterSeconds: seconds,
      })
    },
  )

  it.each([
    [2000, 1, 1000],
    [2000, 30_000, 1000],
    [2000, 30_001, 59_000],
    [0, 3_600_000, 59_000],
  ])(
    'of %d thousandths keeps or gains some if the clock is put back by %d ms: %d',
    (left, back, rest) => {
      expect(takeRequest(quotaOf(left), after(-back))).toMatchObject({
        quota: { left: rest, at: after(-back).toISOString() },
        allowed: true,
      })
    },
  )

  it('does not refill if the clock is put back by less than a refill takes', () => {
    expect(takeRequest(quotaOf(0), after(-30_000)).allowed).toBe(false)
  })
})

describe('the headers of a quota', () => {
  it.each([
    [60_000, '60', '0'],
    [59_999, '59', '1'],
    [58_000, '58', '1'],
    [57_999, '57', '2'],
    [0, '0', '30'],
  ])('of %d thousandths have %s remaining, and a reset in %s s', (left, remaining, reset) => {
    expect(quotaHeaders(quotaOf(left))).toEqual({
      'RateLimit-Limit': '60',
      'RateLimit-Remaining': remaining,
      'RateLimit-Reset': reset,
      'RateLimit-Policy': '60;w=30',
    })
  })
})
