import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { fullQuota, takeRequest } from '#src/mock/domain/rateLimit.ts'
import { tokenInactiveReason } from '#src/mock/domain/tokenLifecycle.ts'

import { propertyTest } from '../../support/propertyTest.ts'
import { type Api, start, startApi } from './api.ts'

const whoami = { method: 'GET', path: '/v1/whoami' }
const burst = 60
const perSecond = 2

/** Times between requests, in milliseconds: bursts and pauses that exceed the limit in total. */
const pauses = fc.array(
  fc.oneof(
    { weight: 80, arbitrary: fc.constant(0) },
    { weight: 20, arbitrary: fc.nat({ max: 1500 }) },
    { weight: 1, arbitrary: fc.nat({ max: 20_000 }) },
  ),
  { minLength: 1, maxLength: 250, size: 'max' },
)

describe('the rate limit', propertyTest, () => {
  it('never allows more than 60 requests plus two a second, in any period', () => {
    fc.assert(
      fc.property(pauses, (given) => {
        const passed = timesOf(given).filter(limiter())
        const counts = passed.flatMap((from, first) =>
          passed.slice(first).map((to, further) => further + 1 - (perSecond * (to - from)) / 1000),
        )
        expect(Math.max(...counts, 0)).toBeLessThanOrEqual(burst + 1e-9)
      }),
      { numRuns: 500 },
    )
  })

  it('refuses no request within the limit', () => {
    const steady = fc.array(fc.integer({ min: 1000 / perSecond, max: 5000 }), { maxLength: 300 })
    fc.assert(
      fc.property(steady, fc.nat({ max: burst - 1 }), (given, atOnce) => {
        const times = timesOf([...Array<number>(atOnce).fill(0), ...given])
        expect(times.every(limiter())).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })

  it('allows a request after exactly the time that a refusal names', () => {
    fc.assert(
      fc.property(pauses, (given) => {
        let quota = fullQuota(start)
        for (const time of timesOf(given)) {
          const now = new Date(start.getTime() + time)
          const taken = takeRequest(quota, now)
          quota = taken.quota
          if (taken.allowed) continue
          const after = (seconds: number) => new Date(now.getTime() + seconds * 1000)
          expect(takeRequest(quota, after(taken.retryAfterSeconds)).allowed).toBe(true)
          expect(takeRequest(quota, after(taken.retryAfterSeconds - 1)).allowed).toBe(false)
        }
      }),
      { numRuns: 1000 },
    )
  })

  it('counts every request once, also parallel ones', async () => {
    const groups = fc.array(fc.tuple(fc.nat({ max: 5000 }), fc.integer({ min: 1, max: 25 })), {
      minLength: 1,
      maxLength: 8,
      size: 'max',
    })
    await fc.assert(
      fc.asyncProperty(groups, async (given) => {
        const api = await startApi()
        let time = 0
        // In thousandths of a request, which are integers.
        let left = burst * 1000
        for (const [pause, count] of given) {
          time += pause
          left = Math.min(burst * 1000, left + pause * perSecond)
          api.clock.set(new Date(start.getTime() + time))
          const passed = await together(api, count)
          expect(passed).toBe(Math.min(count, Math.floor(left / 1000)))
          left -= passed * 1000
        }
      }),
      { numRuns: 60 },
    )
  })
})

describe('the lifetime of a token', propertyTest, () => {
  const instants = fc.date({ min: start, max: new Date('2030-01-01'), noInvalidDate: true })
  const shifts = fc.oneof(fc.constantFrom(-1, 0, 1), fc.integer({ min: -(2 ** 40), max: 2 ** 40 }))

  it('ends exactly at its expiry', () => {
    fc.assert(
      fc.property(instants, shifts, (expiry, shift) => {
        const token = { expiresAt: expiry.toISOString(), pausedAt: null }
        const now = new Date(expiry.getTime() + shift)
        expect(tokenInactiveReason(token, now)).toBe(shift < 0 ? undefined : 'expired')
      }),
      { numRuns: 1000 },
    )
  })

  it('ends for requests at the same millisecond, and does not change the helpdesk', async () => {
    await fc.assert(
      fc.asyncProperty(instants, shifts, async (expiry, shift) => {
        const api = await startApi({
          change: ({ tokens }) => {
            for (const token of tokens) token.expiresAt = expiry.toISOString()
          },
        })
        api.clock.set(new Date(expiry.getTime() + shift))
        const tickets = JSON.stringify(api.storage.dump().tickets)
        const { status, text } = await api.send({ method: 'DELETE', path: '/v1/tickets/1' })
        expect(status).toBe(shift < 0 ? 200 : 401)
        if (shift < 0) return
        expect(text).toContain('The token has expired.')
        expect(JSON.stringify(api.storage.dump().tickets)).toBe(tickets)
        expect(api.storage.dump().requests).toMatchObject([
          { outcome: 'refused', reason: 'expired' },
        ])
      }),
      { numRuns: 300 },
    )
  })
})

/** Returns the times of requests, in milliseconds from the start. */
function timesOf(given: readonly number[]): number[] {
  let time = 0
  return given.map((pause) => (time += pause))
}

/** Sends a request at each time against one quota. Returns whether it was allowed. */
function limiter(): (time: number) => boolean {
  let quota = fullQuota(start)
  return (time) => {
    const taken = takeRequest(quota, new Date(start.getTime() + time))
    quota = taken.quota
    return taken.allowed
  }
}

async function together(api: Api, count: number): Promise<number> {
  const responses = await Promise.all(Array.from({ length: count }, () => api.send(whoami)))
  const statuses = responses.map(({ status }) => status)
  expect(statuses.filter((status) => status !== 200 && status !== 429)).toEqual([])
  return statuses.filter((status) => status === 200).length
}
