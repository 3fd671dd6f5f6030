import { toEdeskTime } from '../domain/edeskTime.ts'
import type { TokenRecord } from '../domain/records.ts'
import { defaultWorld } from './defaultWorld.ts'
import { northwindHome } from './northwindHome.ts'
import { recordHistory } from './recordHistory.ts'
import { recordRequests } from './recordRequests.ts'
import { type AskedRequest, resultOf } from './requestBuilders.ts'
import { requestsOf } from './rhythm.ts'
import type { ScenarioName } from './scenarioNames.ts'
import { shipOrder } from './shipments.ts'
import { timesBefore, tokenOf } from './tokenBuilders.ts'
import { type Application, applications } from './twelveApplications.ts'
import type { World } from './world.ts'

/** The log of each token has at least so many requests, if there were as many. */
const fewestLogged = 30

/**
 * A business that has worked with a dozen applications for most of a year.
 *
 * @param scenario whose tokens these are: ids and keys follow from it.
 */
export function tokensWorld(scenario: ScenarioName, now: Date): World {
  const { daysAgo } = timesBefore(now)
  const made = applications.map((application) => ({
    application,
    token: withLife(tokenOf(scenario, application, daysAgo(application.made)), application, now),
  }))
  const asked = made.flatMap(({ application, token }) =>
    (application.uses ?? []).flatMap((rhythm) => requestsOf(token, rhythm, now)),
  )
  const world = { ...defaultWorld(now), tokens: made.map(({ token }) => token) }
  recordRequests(world, asked, fewestLogged)
  recordHistory(world)
  leaveTraces(world, asked, timesBefore(now).secondsAgo(0))
  return world
}

function withLife(token: TokenRecord, { paused, changed }: Application, now: Date): TokenRecord {
  const { daysAgo } = timesBefore(now)
  const change = changed
    ? { updatedAt: daysAgo(changed.ago).toISOString(), updatedById: changed.by, version: 2 }
    : {}
  return {
    ...token,
    ...change,
    pausedAt: paused ? daysAgo(paused).toISOString() : null,
  }
}

/** What two of the requests have left in the helpdesk: a tracking code, and a note on the order. */
function leaveTraces(world: World, asked: readonly AskedRequest[], now: Date): void {
  const hour = 3_600_000
  const sent = firstAnswered(asked, 'updateSalesOrder', now.getTime() - 118 * hour)
  if (sent) {
    shipOrder(world, 1003, sent.token, new Date(sent.at), {
      carrier: 'An Post',
      code: 'CE123456785IE',
      link: 'https://www.example.com/track/CE123456785IE',
    })
  }
  const noted = firstAnswered(asked, 'createOrderNote', now.getTime() - 30 * hour)
  const numbers = world.counters.find(({ id }) => id === 'orderNotes')
  if (!noted || !numbers) return
  numbers.last += 1
  const time = toEdeskTime(new Date(noted.at))
  world.orderNotes.push({
    id: numbers.last,
    businessId: northwindHome,
    sales_order_id: 1003,
    userId: noted.token.createdById,
    text: 'Registered in the returns portal: one mug of three, cracked. No need to send it back.',
    attachments: [],
    created_at: time,
    last_updated_at: time,
  })
}

function firstAnswered(
  asked: readonly AskedRequest[],
  operation: AskedRequest['call'][1],
  since: number,
): AskedRequest | undefined {
  return asked
    .filter((request) => request.at > since && request.call[1] === operation)
    .sort((one, other) => one.at - other.at)
    .find((request) => resultOf(request).outcome === 'answered')
}
