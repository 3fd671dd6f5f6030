import { defaultWorld } from './defaultWorld.ts'
import { recordHistory } from './recordHistory.ts'
import { recordRequests } from './recordRequests.ts'
import type { Call } from './simulatedRequest.ts'
import type { ScenarioName } from './scenarioNames.ts'
import { shipOrder } from './shipments.ts'
import { alex, timesBefore, buildDemoToken, type DemoTokenAccess } from './tokenBuilders.ts'
import type { SeedData } from './seedData.ts'

/** A call of the application, in seconds before now. */
type Step = readonly [secondsAgo: number, call: Call]

/** The `User-Agent` header of ShipFast. */
export const shipFastClient = 'ShipFast/4.2 (+https://shipfast.example)'
const createdSecondsAgo = 402
const sentSecondsAgo = 131

// Like ShipFast (src/features/shipping-app/orders.ts): it tests the key, then lists the orders of three statuses.
const connectSteps: readonly Step[] = [[318, ['GET', 'whoami']], ...listSteps(317)]
const sendSteps = sendStepsAt(sentSecondsAgo)

/** A world in which a shipping application was just connected and has sent the tracking code of order NW-1001. */
export function justConnectedWorld(now: Date): SeedData {
  const steps = [...connectSteps, ...sendSteps, ...listSteps(24)]
  const { world, token } = shipFastWorld(
    'just-connected',
    { sales_orders: 'full_access' },
    steps,
    now,
  )
  shipOrder(world, 1001, token, timesBefore(now).secondsAgo(sentSecondsAgo), {
    carrier: 'An Post',
    code: 'RR473124829IE',
    link: 'https://www.anpost.com/Post-Parcels/Track/History?item=RR473124829IE',
  })
  return world
}

/** A world with the same application and a Read-only token: it can read orders, but the API refuses its tracking codes. */
export function refusedWorld(now: Date): SeedData {
  const steps = [...connectSteps, ...sendSteps, ...sendStepsAt(92), ...sendStepsAt(24)]
  return shipFastWorld('refused', 'read_only', steps, now).world
}

function shipFastWorld(
  scenario: ScenarioName,
  access: DemoTokenAccess,
  steps: readonly Step[],
  now: Date,
) {
  const { secondsAgo } = timesBefore(now)
  const token = buildDemoToken(
    scenario,
    {
      name: 'ShipFast',
      description: 'Sends tracking codes to eDesk, so that agents see where an order is.',
      access,
      by: alex,
      // The default lifetime.
      lifetimeDays: 90,
    },
    secondsAgo(createdSecondsAgo),
  )
  const world = { ...defaultWorld(now), tokens: [token] }
  recordRequests(
    world,
    steps.map(([ago, call], index) => ({
      token,
      at: secondsAgo(ago).getTime(),
      call,
      milliseconds: 9 + ((index * 5) % 14),
      client: shipFastClient,
      path: call[0] === 'PUT' || call[1] === 'getSalesOrder' ? '/v1/sales-orders/1001' : undefined,
    })),
  )
  recordHistory(world)
  return { world, token }
}

function listSteps(ago: number): Step[] {
  return Array.from({ length: 3 }, () => [ago, ['GET', 'listSalesOrders']])
}

function sendStepsAt(ago: number): Step[] {
  return [
    [ago, ['GET', 'getSalesOrder']],
    [ago, ['PUT', 'updateSalesOrder']],
  ]
}
