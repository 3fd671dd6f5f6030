import { randomText } from '../domain/random.ts'
import type { ScenarioName } from './scenarioNames.ts'
import { quickBytes } from './quickRandom.ts'

/** Returns the id of a scenario's token. It is deterministic, so that links can contain it. */
export function idOf(scenario: ScenarioName, tokenName: string): string {
  return `tok_${randomText(16, quickBytes(`${scenario} ${tokenName} id`))}`
}
