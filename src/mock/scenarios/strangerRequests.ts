import type { TokenRecord } from '../domain/records.ts'
import { strangerAddress } from './demoAddresses.ts'
import type { Call, SimulatedRequest } from './simulatedRequest.ts'
import { timesBefore } from './tokenBuilders.ts'

/** What a stranger tries with a key that has leaked, in seconds before now. */
const attempts: readonly (readonly [secondsAgo: number, call: Call])[] = [
  [473, ['GET', 'whoami']],
  [461, ['GET', 'listSalesOrders']],
  [452, ['GET', 'Contacts_List']],
]

/** Returns the requests of a stranger who has found a token's key. */
export function strangerRequests(token: TokenRecord, now: Date): SimulatedRequest[] {
  const { secondsAgo } = timesBefore(now)
  return attempts.map(([ago, call], index) => ({
    token,
    at: secondsAgo(ago).getTime(),
    call,
    milliseconds: 11 + index * 3,
    client: 'curl/8.5.0',
    address: strangerAddress,
  }))
}
