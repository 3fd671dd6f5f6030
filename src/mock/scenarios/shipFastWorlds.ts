import { defaultWorld } from './defaultWorld.ts'
import type { World } from './world.ts'

export function justConnectedWorld(now: Date): World {
  return defaultWorld(now)
}

export function refusedWorld(now: Date): World {
  return defaultWorld(now)
}
