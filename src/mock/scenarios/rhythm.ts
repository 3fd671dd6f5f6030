import type { TokenRecord } from '../domain/records.ts'
import type { AskedRequest, Call } from './requestBuilders.ts'
import { quickNumbers } from './quickRandom.ts'

/** How an application uses its token over the days. */
export interface Rhythm {
  /** Requests on a working day; more towards the end of the year. */
  perDay: number
  /** What part of them come on a Saturday or a Sunday. */
  weekend: number
  /** Between which hours of the day, in UTC. */
  hours: readonly [from: number, to: number]
  /** What it asks for; a call that is there twice comes twice as often. */
  calls: readonly Call[]
  /** How many days ago it begins and ends. */
  from?: number
  to?: number
}

const day = 86_400_000
const longest = 89

/** The requests of an application: the same each time for the same token, none before it was made and none after `now`. */
export function requestsOf(token: TokenRecord, rhythm: Rhythm, now: Date): AskedRequest[] {
  const { from = longest, to = 0, calls, hours } = rhythm
  const random = quickNumbers(`${token.id} ${rhythm.perDay}`)
  const today = Math.floor(now.getTime() / day)
  const made = Date.parse(token.createdAt)
  const requests: AskedRequest[] = []
  for (let ago = from; ago >= to; ago -= 1) {
    const date = today - ago
    const count = Math.round(rhythm.perDay * factorOf(date, ago, rhythm) * (0.75 + random() / 2))
    for (let index = 0; index < count; index += 1) {
      const hour = hours[0] + (hours[1] - hours[0]) * random()
      const at = date * day + Math.floor(hour * 3600) * 1000
      const call = calls[Math.floor(random() * calls.length)]
      const milliseconds = 6 + Math.floor(random() * random() * 90)
      if (call && at > made && at < now.getTime()) requests.push({ token, at, call, milliseconds })
    }
  }
  return requests
}

function factorOf(date: number, ago: number, { weekend }: Rhythm): number {
  // The first of January 1970 was a Thursday.
  const weekday = (date + 4) % 7
  return (weekday === 0 || weekday === 6 ? weekend : 1) * (1.2 - (0.4 * ago) / longest)
}
