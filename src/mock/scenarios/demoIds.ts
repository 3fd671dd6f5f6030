import { randomText } from '../domain/random.ts'
import type { ScenarioName } from './scenarioNames.ts'
import { fastBytes } from './fastRandom.ts'

/** Returns the id of a scenario's token. It is deterministic, so that links can contain it. */
export function demoTokenId(scenario: ScenarioName, tokenName: string): string {
  return `tok_${randomText(16, fastBytes(`${scenario} ${tokenName} id`))}`
}
