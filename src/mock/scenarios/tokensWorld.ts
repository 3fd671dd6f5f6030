import { defaultWorld } from './defaultWorld.ts'
import type { ScenarioName } from './scenarioNames.ts'
import type { World } from './world.ts'

export function tokensWorld(_scenario: ScenarioName, now: Date): World {
  return defaultWorld(now)
}
