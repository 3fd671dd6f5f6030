import { msPerDay } from '#src/shared/time.ts'

import type { TokenRecord } from '../domain/records.ts'
import type { SimulatedRequest, Call } from './simulatedRequest.ts'
import { fastRandom } from './fastRandom.ts'

/** The usage pattern of an application. */
export interface UsagePattern {
  /** Average number of requests on a working day. It rises towards `now`. */
  perDay: number
  /** The share of this number on a Saturday or Sunday. */
  weekend: number
  /** The active hours of the day, in UTC. */
  hours: readonly [from: number, to: number]
  /** The calls to choose from. A call that is listed twice is twice as frequent. */
  calls: readonly Call[]
  /** The first and last day of use, in days before now. */
  from?: number
  to?: number
}

const maxDaysAgo = 89

/**
 * Creates the requests of an application, between the token's creation and `now`. Deterministic for a given token.
 *
 * @param sender what sends them.
 */
export function simulateRequests(
  token: TokenRecord,
  pattern: UsagePattern,
  now: Date,
  sender: Pick<SimulatedRequest, 'client' | 'address'> = {},
): SimulatedRequest[] {
  const { from = maxDaysAgo, to = 0, calls, hours } = pattern
  const random = fastRandom(`${token.id} ${pattern.perDay}`)
  const today = Math.floor(now.getTime() / msPerDay)
  const createdAt = Date.parse(token.createdAt)
  const requests: SimulatedRequest[] = []
  for (let daysAgo = from; daysAgo >= to; daysAgo -= 1) {
    const day = today - daysAgo
    const count = Math.round(
      pattern.perDay * factorOf(day, daysAgo, pattern) * (0.75 + random() / 2),
    )
    for (let index = 0; index < count; index += 1) {
      const hour = hours[0] + (hours[1] - hours[0]) * random()
      const at = day * msPerDay + Math.floor(hour * 3600) * 1000
      const call = calls[Math.floor(random() * calls.length)]
      const milliseconds = 6 + Math.floor(random() * random() * 90)
      if (call && at > createdAt && at < now.getTime()) {
        requests.push({ token, at, call, milliseconds, ...sender })
      }
    }
  }
  return requests
}

function factorOf(day: number, daysAgo: number, { weekend }: UsagePattern): number {
  // 1 January 1970 was a Thursday.
  const weekday = (day + 4) % 7
  return (weekday === 0 || weekday === 6 ? weekend : 1) * (1.2 - (0.4 * daysAgo) / maxDaysAgo)
}
