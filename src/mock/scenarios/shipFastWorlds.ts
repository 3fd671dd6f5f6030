import { defaultWorld } from './defaultWorld.ts'
import { recordHistory } from './recordHistory.ts'
import { recordRequests } from './recordRequests.ts'
import type { Call } from './requestBuilders.ts'
import type { ScenarioName } from './scenarioNames.ts'
import { shipOrder } from './shipments.ts'
import { alex, timesBefore, tokenOf, type WantedAccess } from './tokenBuilders.ts'
import type { World } from './world.ts'

/** Seconds before now, and what the application asked for then. */
type Step = readonly [secondsAgo: number, call: Call]

const madeAgo = 402
const sentAgo = 131

// As ShipFast does it (src/features/shipping-app/orders.ts): it tries the key out, and lists the orders of three statuses.
const connecting: readonly Step[] = [[318, ['GET', 'whoami']], ...listing(317)]
const sending = sendingAt(sentAgo)

/** A shipping application has just been connected, and has sent the tracking code of order NW-1001. */
export function justConnectedWorld(now: Date): World {
  const steps = [...connecting, ...sending, ...listing(24)]
  const { world, token } = shipFastWorld(
    'just-connected',
    { sales_orders: 'full_access' },
    steps,
    now,
  )
  shipOrder(world, 1001, token, timesBefore(now).secondsAgo(sentAgo), {
    carrier: 'An Post',
    code: 'RR473124829IE',
    link: 'https://www.anpost.com/Post-Parcels/Track/History?item=RR473124829IE',
  })
  return world
}

/** The same application with a Read-only token: it sees the orders, and each try to send a tracking code is refused. */
export function refusedWorld(now: Date): World {
  const steps = [...connecting, ...sending, ...sendingAt(92), ...sendingAt(24)]
  return shipFastWorld('refused', 'read_only', steps, now).world
}

function shipFastWorld(
  scenario: ScenarioName,
  access: WantedAccess,
  steps: readonly Step[],
  now: Date,
) {
  const { secondsAgo } = timesBefore(now)
  const token = tokenOf(
    scenario,
    {
      name: 'ShipFast',
      description: 'Sends tracking codes to eDesk, so that agents see where an order is.',
      access,
      by: alex,
      // As eDesk's own, where nobody chooses.
      lasts: 90,
    },
    secondsAgo(madeAgo),
  )
  const world = { ...defaultWorld(now), tokens: [token] }
  recordRequests(
    world,
    steps.map(([ago, call], index) => ({
      token,
      at: secondsAgo(ago).getTime(),
      call,
      milliseconds: 9 + ((index * 5) % 14),
    })),
  )
  recordHistory(world)
  return { world, token }
}

function listing(ago: number): Step[] {
  return Array.from({ length: 3 }, () => [ago, ['GET', 'listSalesOrders']])
}

function sendingAt(ago: number): Step[] {
  return [
    [ago, ['GET', 'getSalesOrder']],
    [ago, ['PUT', 'updateSalesOrder']],
  ]
}
