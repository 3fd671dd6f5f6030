import { defaultWorld } from './defaultWorld.ts'
import type { World } from './world.ts'

export function namesWorld(now: Date): World {
  return defaultWorld(now)
}
