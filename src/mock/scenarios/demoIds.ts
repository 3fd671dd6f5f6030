import { randomText } from '../domain/random.ts'
import type { ScenarioName } from './scenarioNames.ts'
import { quickBytes } from './quickRandom.ts'

/** The id of a scenario's token: the same each time, so that a link can name its page. */
export function idOf(scenario: ScenarioName, tokenName: string): string {
  return `tok_${randomText(16, quickBytes(`${scenario} ${tokenName} id`))}`
}
