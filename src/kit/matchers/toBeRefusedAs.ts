import { assertOneOf } from '../assertOneOf.ts'
import type { MatcherState, Outcome } from './matcherResult.ts'
import { type RefusalSource, expectRefusal } from './refusal.ts'

/** The messages of the public API about a key that does not work for any request. */
const messages = {
  expired: 'The token has expired.',
  paused: 'The token is paused.',
  address: 'The token cannot be used from this address.',
  unknown: 'Invalid token.',
  plan: 'API tokens need the Professional plan or higher',
  rate_limit: 'Out of quota',
} as const
/** Why a key does not work. `unknown`: the key was mistyped, or its token was deleted. */
export type KeyRefusal = keyof typeof messages

/**
 * Waits until the shipping application, or the response in "Try it", says why the key does not work. Checks a response that is
 * passed to `expect` immediately.
 */
export async function toBeRefusedAs(
  this: MatcherState,
  received: RefusalSource,
  reason: KeyRefusal,
  options: { timeout?: number } = {},
): Promise<Outcome> {
  assertOneOf('a reason', reason, Object.keys(messages))
  return expectRefusal(this, received, options, {
    name: 'toBeRefusedAs',
    matches: (message) => message.includes(messages[reason]),
    words: `refused as "${reason}"`,
  })
}
