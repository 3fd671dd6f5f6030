import { msPerHour } from '#src/shared/time.ts'

import { defaultWorld } from './defaultWorld.ts'
import type { SeedData } from './seedData.ts'

/** A business with a pending access request from one Agent. The other Agent has not sent one yet. */
export function agentAsksWorld(now: Date): SeedData {
  const world = defaultWorld(now)
  world.accessRequests.push({
    id: 'req_4Zt0KqXn7BvWcE2M',
    businessId: 'biz_northwind',
    userId: 'usr_noor',
    status: 'waiting',
    createdAt: new Date(now.getTime() - 19 * msPerHour).toISOString(),
  })
  return world
}
