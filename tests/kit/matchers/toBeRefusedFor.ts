import { type Feature, features } from '../access.ts'
import type { MatcherState, Outcome } from './outcome.ts'
import { type Refusable, tellRefusal } from './refusal.ts'

/**
 * Waits until the shipping application, or the answer in "Try it", says that the token has not the access that is needed to a
 * feature; an answer that a test holds says so at once.
 */
export function toBeRefusedFor(
  this: MatcherState,
  received: Refusable,
  feature: Feature,
  options: { timeout?: number } = {},
): Promise<Outcome> {
  return tellRefusal(this, received, options, {
    name: 'toBeRefusedFor',
    isMeant: (said) => featuresNamed(said).includes(feature),
    words: `refused for want of access to ${feature}`,
  })
}

/** "This needs Full Access to Messages.", "no access to Sales Orders": the features that a text says access is needed to. */
function featuresNamed(text: string): Feature[] {
  // The longest name that fits is the one that is meant.
  const names = [...features].sort((one, other) => other.length - one.length).join('|')
  const named = text.matchAll(new RegExp(`access to (${names})`, 'gi'))
  return [...named].map(([, name]) => name as Feature)
}
