import { generateKey } from '../domain/tokenKey.ts'
import type { ScenarioName } from './scenarioNames.ts'
import { quickBytes } from './quickRandom.ts'

/**
 * The key of a scenario's token. The worlds hold only its hash, as with any key; this one can be had by everybody and is no
 * secret.
 */
export function keyOf(scenario: ScenarioName, tokenName: string): string {
  return generateKey(bytesFor(scenario, tokenName))
}

/** What a scenario's token is made of: the key comes first. */
export function bytesFor(scenario: ScenarioName, tokenName: string) {
  return quickBytes(`${scenario} ${tokenName}`)
}
