import { type Feature, features } from '../access.ts'
import { assertOneOf } from '../assertOneOf.ts'
import type { MatcherState, Outcome } from './matcherResult.ts'
import { type RefusalSource, expectRefusal } from './refusal.ts'

/**
 * Waits until the shipping application, or the response in "Try it", says that the token lacks access to a feature. Checks a
 * response that is passed to `expect` immediately.
 */
export async function toBeRefusedFor(
  this: MatcherState,
  received: RefusalSource,
  feature: Feature,
  options: { timeout?: number } = {},
): Promise<Outcome> {
  assertOneOf('a feature', feature, features)
  return expectRefusal(this, received, options, {
    name: 'toBeRefusedFor',
    matches: (message) => requiredFeatures(message).includes(feature),
    words: `refused for lack of access to ${feature}`,
  })
}

/** Returns the features that a message requires access to: "This needs Full Access to Messages.", "no access to Sales Orders". */
function requiredFeatures(text: string): Feature[] {
  // Longest first: "Sales Orders Notes" must not match as "Sales Orders".
  const names = [...features].sort((one, other) => other.length - one.length).join('|')
  const named = text.matchAll(new RegExp(`access to (${names})`, 'gi'))
  return [...named].flatMap(([, name]) => features.find((feature) => feature === name) ?? [])
}
