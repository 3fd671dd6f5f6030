import { generateKey } from '../domain/tokenKey.ts'
import type { ScenarioName } from './scenarioNames.ts'
import { fastBytes } from './fastRandom.ts'

/**
 * Returns the key of a scenario's token. As with any key, the world stores only its hash. Anyone can compute this key; it is no
 * secret.
 *
 * @param tokenName for the old token of a replacement, with the ending of its key or without: `Stock levels (old key)`.
 */
export function keyOf(scenario: ScenarioName, tokenName: string): string {
  const name = tokenName.replace(/ \(old key …\w{4}\)$/, ' (old key)')
  return generateKey(tokenRandomBytes(scenario, name))
}

/** Returns the random bytes of a scenario's token. The key uses the first ones. */
export function tokenRandomBytes(scenario: ScenarioName, tokenName: string) {
  return fastBytes(`${scenario} ${tokenName}`)
}
