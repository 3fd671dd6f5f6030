import { msPerHour } from '#src/shared/time.ts'

import { toEdeskTime } from '../domain/edeskTime.ts'
import { oldKeyName } from '../domain/names.ts'
import type { TokenRecord } from '../domain/records.ts'
import { withReplacement } from '../domain/tokenLifecycle.ts'
import { defaultWorld } from './defaultWorld.ts'
import { northwindHome } from './northwindHome.ts'
import { recordHistory } from './recordHistory.ts'
import { recordRequests } from './recordRequests.ts'
import { type SimulatedRequest, simulateOutcome } from './simulatedRequest.ts'
import { simulateRequests } from './usagePattern.ts'
import type { ScenarioName } from './scenarioNames.ts'
import { shipOrder } from './shipments.ts'
import { strangerRequests } from './strangerRequests.ts'
import { serverAddress } from './demoAddresses.ts'
import { timesBefore, buildDemoToken } from './tokenBuilders.ts'
import { type Application, applications } from './twelveApplications.ts'
import type { SeedData } from './seedData.ts'

/** Minimum number of logged requests per token, if it has that many. */
const minLoggedRequests = 30

/**
 * A business that has used a dozen applications for most of a year.
 *
 * @param scenario the scenario that the tokens' ids and keys are derived from.
 */
export function tokensWorld(scenario: ScenarioName, now: Date): SeedData {
  const { daysAgo } = timesBefore(now)
  const applicationTokens = applications.flatMap((application, index) => {
    const { replaced, createdDaysAgo } = application
    const tokens = replaced
      ? pairOfKeys(scenario, application, { userId: replaced.by, now: daysAgo(replaced.ago) }, now)
      : [buildDemoToken(scenario, application, daysAgo(createdDaysAgo))]
    const sender = { client: application.client, address: serverAddress(index) }
    return tokens.map((token) => ({
      application,
      sender,
      token: withHistory(token, application, now),
    }))
  })
  const requests: SimulatedRequest[] = applicationTokens.flatMap(({ application, sender, token }) =>
    (application.uses ?? []).flatMap((pattern) => simulateRequests(token, pattern, now, sender)),
  )
  const leaked = applicationTokens.find(({ application }) => application.name === 'ShipFast')
  const hasStranger = scenario === 'leaked' || scenario === 'new-place'
  if (hasStranger && leaked) requests.push(...strangerRequests(leaked.token, now))
  const world = { ...defaultWorld(now), tokens: applicationTokens.map(({ token }) => token) }
  recordRequests(world, requests, minLoggedRequests)
  recordHistory(world)
  addRequestResults(world, requests, timesBefore(now).secondsAgo(0))
  return world
}

/** Returns the old token of an application and the one that replaced it. */
function pairOfKeys(
  scenario: ScenarioName,
  application: Application,
  by: { userId: string; now: Date },
  now: Date,
): TokenRecord[] {
  const { name, createdDaysAgo } = application
  const before = buildDemoToken(
    scenario,
    { ...application, name: `${name} (old key)` },
    timesBefore(now).daysAgo(createdDaysAgo),
  )
  const token = buildDemoToken(scenario, { ...application, by: by.userId }, by.now)
  const replacement = { id: token.id, keepOldKey: 'week' } as const
  const old = withReplacement(before, oldKeyName(name, before.keyEnding, 1), replacement, by)
  return [old, { ...token, replacesId: old.id }]
}

function withHistory(token: TokenRecord, { paused, changed }: Application, now: Date): TokenRecord {
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

/** Adds the results of two of the requests to the helpdesk: a tracking code, and a note on the order. */
function addRequestResults(
  world: SeedData,
  requests: readonly SimulatedRequest[],
  now: Date,
): void {
  const sent = firstAnswered(requests, 'updateSalesOrder', now.getTime() - 118 * msPerHour)
  if (sent) {
    shipOrder(world, 1003, sent.token, new Date(sent.at), {
      carrier: 'An Post',
      code: 'CE123456785IE',
      link: 'https://www.example.com/track/CE123456785IE',
    })
  }
  const noted = firstAnswered(requests, 'createOrderNote', now.getTime() - 30 * msPerHour)
  const noteCounter = world.counters.find(({ id }) => id === 'orderNotes')
  if (!noted || !noteCounter) return
  noteCounter.last += 1
  const time = toEdeskTime(new Date(noted.at))
  world.orderNotes.push({
    id: noteCounter.last,
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
  requests: readonly SimulatedRequest[],
  operation: SimulatedRequest['call'][1],
  since: number,
): SimulatedRequest | undefined {
  return requests
    .filter((request) => request.at > since && request.call[1] === operation)
    .sort((a, b) => a.at - b.at)
    .find((request) => simulateOutcome(request).outcome === 'answered')
}
