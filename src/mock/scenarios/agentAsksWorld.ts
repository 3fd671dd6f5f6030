import { defaultWorld } from './defaultWorld.ts'
import type { World } from './world.ts'

/** A business whose Admins have a request of one Agent before them; the other Agent has not asked yet. */
export function agentAsksWorld(now: Date): World {
  const world = defaultWorld(now)
  world.accessRequests.push({
    id: 'req_4Zt0KqXn7BvWcE2M',
    businessId: 'biz_northwind',
    userId: 'usr_noor',
    status: 'waiting',
    createdAt: new Date(now.getTime() - 19 * 3_600_000).toISOString(),
  })
  return world
}
